// Sets every formula of a built book with the KaTeX that its pages load:
//
//     node docs/check/formulas.js build/book/html
//
// A browser shows a bad formula in red and says nothing. This names its page,
// and fails.
"use strict";
const fs = require("fs");
const path = require("path");

const book = path.resolve(process.argv[2] || "build/book/html");
const katex = require(path.join(book, "katex", "katex.min.js"));

const entities = {lt: "<", gt: ">", quot: "\"", nbsp: " ", amp: "&"};

// What a reader sees outside code and scripts, as the page's text.
function prose(html) {
    return html
        .replace(/<(script|style|pre|code|svg)\b[\s\S]*?<\/\1>/g, " ")
        .replace(/<div class="line">.*?<\/div>/g, " ")
        .replace(/<[^>]*>/g, "")
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
        .replace(/&(lt|gt|quot|nbsp|amp);/g, (_, name) => entities[name]);
}

let count = 0;
let bad = 0;
for (const page of fs.readdirSync(book).filter(name => name.endsWith(".html")).sort()) {
    const text = prose(fs.readFileSync(path.join(book, page), "utf8"));
    const complain = (formula, why) => {
        ++bad;
        console.error(`${page}: ${formula.trim()}\n    ${why}`);
    };
    const rest = text.replace(/\\\(([\s\S]*?)\\\)|\\\[([\s\S]*?)\\\]/g, (whole, inline, display) => {
        ++count;
        try {
            const set = katex.renderToString(inline ?? display, {
                throwOnError: true,
                displayMode: display !== undefined,
                strict: "error",
            });
            const font = set.match(/class="[^"]*\b(amsrm|mathbfit|boldsymbol|mathcal|mathfrak|textfrak|mathscr|textscr|mathtt|texttt|mathsf|textsf)\b/);
            if (font) complain(whole, "needs a font that the book leaves out: " + font[1]);
        } catch (error) {
            complain(whole, error.message);
        }
        return "";
    });
    for (const open of rest.match(/\\[()[\]].{0,60}/g) || []) {
        complain(open, "a formula that does not end, or ends and does not begin");
    }
}

console.log(`${count} formulas, ${bad} bad`);
if (count === 0) console.error("no formula found in " + book);
process.exit(bad > 0 || count === 0 ? 1 : 0);
