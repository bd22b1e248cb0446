// Formulas, search and keys of the book. Everything is local; without scripts
// the pages are whole but for the setting of the formulas.
"use strict";

DoxygenAwesomeDarkModeToggle.init();
DoxygenAwesomeFragmentCopyButton.init();
DoxygenAwesomeParagraphLink.init();
DoxygenAwesomeInteractiveToc.topOffset = 100;
DoxygenAwesomeInteractiveToc.init();

renderMathInElement(document.body, {
    delimiters: [
        {left: "\\(", right: "\\)", display: false},
        {left: "\\[", right: "\\]", display: true},
    ],
    ignoredClasses: ["fragment"],
    throwOnError: false,
});

// In the reference every name is a link already.
for (const link of document.querySelectorAll(".mdescRight > a")) {
    if (link.textContent === "More...") link.remove();
}

// What scrolls by itself can be reached by the keyboard. What is folded has no
// size until it is opened.
function let_keys_scroll() {
    for (const box of document.querySelectorAll(".fragment, .memproto, .markdownTable, .katex-display, figure.map")) {
        if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
}
let_keys_scroll();
document.addEventListener("toggle", let_keys_scroll, true);

// A link to what is folded opens the fold; a link to a claim shows its test.
function open_folds() {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    const test = at.matches(".claim") && at.querySelector("details");
    if (test) test.open = true;
    let fold = at.closest("details");
    if (!fold) return;
    for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
    at.scrollIntoView();
}
addEventListener("hashchange", open_folds);
open_folds();

// ---------------------------------------------------------------- search

const field = document.getElementById("book-search-field");
const results = document.getElementById("book-search-results");
let chosen = -1;

// Sections that hold every word, those with a word in their heading first.
function find(query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return window.search_index
        .map(entry => {
            const heading = (entry.title + " " + entry.section).toLowerCase();
            const all = heading + " " + entry.text.toLowerCase();
            const rank = words.filter(word => heading.includes(word)).length;
            return words.every(word => all.includes(word)) ? {entry, rank, words} : null;
        })
        .filter(Boolean)
        .sort((a, b) => b.rank - a.rank)
        .slice(0, 12);
}

// The surroundings of the first word, and the word marked.
function snippet(text, word) {
    const at = text.toLowerCase().indexOf(word);
    if (at < 0) return [text.slice(0, 110) + " ..."];
    const begin = Math.max(0, at - 40);
    const marked = document.createElement("mark");
    marked.textContent = text.slice(at, at + word.length);
    return [(begin > 0 ? "... " : "") + text.slice(begin, at), marked,
            text.slice(at + word.length, begin + 110) + " ..."];
}

function show(query) {
    results.replaceChildren();
    chosen = -1;
    const found = find(query);
    for (const {entry, words} of found) {
        const link = document.createElement("a");
        link.href = entry.page + (entry.anchor ? "#" + entry.anchor : "");
        link.setAttribute("role", "option");
        link.textContent = entry.section ? entry.title + " › " + entry.section : entry.title;
        const small = document.createElement("small");
        small.append(...snippet(entry.text, words[0]));
        link.append(small);
        results.append(link);
    }
    if (found.length === 0) {
        const nothing = document.createElement("p");
        nothing.textContent = "Nothing found.";
        results.append(nothing);
    }
    results.hidden = query.trim() === "";
}

function choose(step) {
    const links = [...results.querySelectorAll("a")];
    if (links.length === 0) return;
    chosen = (chosen + step + links.length) % links.length;
    links.forEach((link, i) => link.setAttribute("aria-selected", String(i === chosen)));
    links[chosen].scrollIntoView({block: "nearest"});
}

field.addEventListener("input", () => show(field.value));
field.addEventListener("keydown", event => {
    if (event.key === "ArrowDown") choose(1);
    else if (event.key === "ArrowUp") choose(-1);
    else if (event.key === "Enter") {
        const links = results.querySelectorAll("a");
        if (links.length > 0) links[Math.max(chosen, 0)].click();
    } else if (event.key === "Escape") {
        field.value = "";
        show("");
        field.blur();
    } else return;
    event.preventDefault();
});
document.addEventListener("click", event => {
    if (event.target.closest("#book-search-results a") || !event.target.closest("#MSearchBox")) results.hidden = true;
});

// ------------------------------------------------------------------ keys

document.addEventListener("keydown", event => {
    if (event.target.matches("input, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
        event.preventDefault();
        field.focus();
    } else if (event.key === "[" || event.key === "]") {
        const link = document.querySelector(event.key === "[" ? ".chapter-nav .previous" : ".chapter-nav .next");
        if (link) link.click();
    }
});
