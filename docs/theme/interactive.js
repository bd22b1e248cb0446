// One thing to try in a chapter. Each has a name, a view, and a function that
// comes to the numbers of the chapter's run by itself; the browser check of
// the book compares the two. Without scripts the boxes stay hidden.
"use strict";

const svg_namespace = "http://www.w3.org/2000/svg";

// make("label", {for: "x"}, "Layers"): an element with attributes and content.
function make(kind, attributes = {}, ...content) {
    const drawn = ["svg", "rect", "path", "circle", "line", "text", "g"].includes(kind);
    const element = drawn ? document.createElementNS(svg_namespace, kind) : document.createElement(kind);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
}

let sliders = 0;

// A labelled slider that says its value; `changed` is called with it.
function slider(label, from, to, step, value, shown, changed) {
    const id = "slider-" + ++sliders;
    const input = make("input", {type: "range", id, min: from, max: to, step, value});
    const says = make("output", {for: id}, shown(value));
    input.addEventListener("input", () => {
        says.textContent = shown(Number(input.value));
        changed(Number(input.value));
    });
    return {input, row: make("p", {class: "slider"}, make("label", {for: id}, label), input, says)};
}

const button = (text, pressed) => {
    const b = make("button", {type: "button"}, text);
    b.addEventListener("click", pressed);
    return b;
};

// ------------------------------------------------- 03: repeated factors

const one_at_a_time = n => n * (n + 1) / 2;
const walking_back = n => 2 * n - 1;

const repeated_factors = {
    value(key) {
        const [, n, way] = key.match(/^layers (\d+), (.*)$/);
        return String(way === "walking back" ? walking_back(Number(n)) : one_at_a_time(Number(n)));
    },
    // A row for each weight, the last one on top. Its product passes the
    // layers above and ends with the layer's input. All but the last pass are
    // what the row above has done already.
    show(box) {
        const side = 22;
        const picture = make("svg", {role: "img", class: "factors"});
        const says = make("p", {"aria-live": "polite"});
        const draw = n => {
            picture.replaceChildren();
            picture.setAttribute("viewBox", `0 0 ${side * (n + 3)} ${side * n + 4}`);
            picture.style.maxWidth = side * (n + 3) * 1.3 + "px";
            for (let row = 0; row < n; ++row) {
                picture.append(make("text", {x: 0, y: side * row + 16}, "w" + (n - row)));
                for (let pass = 0; pass <= row; ++pass) {
                    const repeats = pass < row - 1;
                    picture.append(make("rect", {
                        x: side * (pass + 2), y: side * row + 2, width: side - 4, height: side - 4,
                        class: repeats ? "repeats" : "new",
                    }));
                }
            }
            const twice = one_at_a_time(n) - walking_back(n);
            const hollow = ["No square repeats", "The hollow square repeats"][twice] || `The ${twice} hollow squares repeat`;
            says.textContent = `Multiplications one at a time: ${one_at_a_time(n)}, walking back: ${walking_back(n)}. ` +
                `${hollow} what the row above has done.`;
            picture.setAttribute("aria-label", says.textContent);
        };
        box.append(slider("Layers", 1, 20, 1, 5, String, draw).row, picture, says);
        draw(5);
    },
};

// --------------------------------------------------------- 04: two steps

const samples = [[1, -1], [-1, 1]];
const start_of_article = [0.2333, -0.233, -0.52133];

// The lines of a step, in the article's order. `stale` hands the slope back
// through weights that have moved.
function step_lines([w1, w2, w3], [x, t], rate, stale) {
    const y = w1 * x;
    const z = w2 * y;
    const r3 = w3 * z - t;
    const new3 = w3 - rate * (r3 * z);
    const r2 = r3 * (stale ? new3 : w3);
    const new2 = w2 - rate * (r2 * y);
    const new1 = w1 - rate * (r2 * (stale ? new2 : w2) * x);
    return [["error", r3], ["new w3", new3], ["slope handed to layer 2", r2], ["new w2", new2],
            ["slope handed to layer 1", r2 * (stale ? new2 : w2)], ["new w1", new1]];
}

function take_step(w, sample, rate, stale) {
    const lines = step_lines(w, sample, rate, stale);
    return [lines[5][1], lines[3][1], lines[1][1]];
}

const product = w => w[0] * w[1] * w[2];

function train(stale, epochs, seen) {
    let w = start_of_article;
    for (let epoch = 1; epoch <= epochs; ++epoch) {
        for (const sample of samples) w = take_step(w, sample, 0.05, stale);
        if (seen(epoch, product(w))) return epoch;
    }
    return w;
}

const two_steps = {
    value(key) {
        const near = (epoch, p) => Math.abs(p + 1) < 0.01;
        switch (key) {
        case "the article's program/product": return product(train(true, 160, () => false)).toFixed(6);
        case "the same program, all slopes first/product": return product(train(false, 160, () => false)).toFixed(6);
        case "stale, within 0.01 at epoch": return String(train(true, 1000, near));
        default: return String(train(false, 1000, near));
        }
    },
    show(box) {
        const rows = make("tbody");
        const table = make("table", {}, make("thead", {}, make("tr", {},
            make("th", {scope: "col"}, "line"), make("th", {scope: "col"}, "stale"),
            make("th", {scope: "col"}, "all slopes first"))), rows);
        const says = make("p", {"aria-live": "polite"});
        let stale, right, steps, shown;
        const begin = () => {
            stale = right = start_of_article;
            steps = shown = 0;
            rows.replaceChildren();
            says.textContent = "Both begin at w1 = 0.2333, w2 = -0.233, w3 = -0.52133, with the rate 0.05.";
        };
        const next = () => {
            if (shown === 0) rows.replaceChildren();
            const sample = samples[steps % 2];
            const [name, a] = step_lines(stale, sample, 0.05, true)[shown];
            const b = step_lines(right, sample, 0.05, false)[shown][1];
            const [p, q] = [a.toFixed(6), b.toFixed(6)];
            const row = make("tr", p === q ? {} : {class: "differs"},
                make("td", {}, name), make("td", {}, p), make("td", {}, q));
            rows.append(row);
            says.textContent = `Step ${steps + 1}, ${name}: ` + (p === q ? "both are the same." : "here they differ.");
            if (++shown === 6) {
                stale = take_step(stale, sample, 0.05, true);
                right = take_step(right, sample, 0.05, false);
                shown = 0;
                ++steps;
                says.textContent += ` After the step the products are ${product(stale).toFixed(6)} and ${product(right).toFixed(6)}.`;
            }
        };
        const skip = () => {
            for (let k = 0; k < 40; ++k) {
                stale = take_step(stale, samples[steps % 2], 0.05, true);
                right = take_step(right, samples[steps % 2], 0.05, false);
                ++steps;
            }
            shown = 0;
            rows.replaceChildren();
            says.textContent = `After ${steps / 2} epochs the products are ${product(stale).toFixed(6)} and ${product(right).toFixed(6)}.`;
        };
        box.append(make("p", {}, button("Next line", next), " ", button("20 epochs on", skip), " ",
            button("From the start", begin)), table, says);
        begin();
    },
};

// ----------------------------------------------------------- 05: U-curve

const loss_with_tanh = w1 => {
    const d = Math.tanh(1.1 * Math.tanh(-0.7 * Math.tanh(w1 * 0.9))) + 0.4;
    return 0.5 * d * d;
};

// By the chain rule, to compare with.
const slope_with_tanh = w1 => {
    const a = Math.tanh(w1 * 0.9);
    const b = Math.tanh(-0.7 * a);
    const c = Math.tanh(1.1 * b);
    return (c + 0.4) * (1 - c * c) * 1.1 * (1 - b * b) * -0.7 * (1 - a * a) * 0.9;
};

const forward_difference = h => (loss_with_tanh(0.8 + h) - loss_with_tanh(0.8)) / h;
const central_difference = h => (loss_with_tanh(0.8 + h) - loss_with_tanh(0.8 - h)) / (2 * h);

function error_of(difference, h) {
    const truth = slope_with_tanh(0.8);
    const found = difference(h);
    return Math.abs(found - truth) / Math.max(Math.abs(found), Math.abs(truth));
}

const u_curve = {
    value(key) {
        const [, h, way] = key.match(/^h (\S+), (.*)$/);
        return error_of(way === "forward" ? forward_difference : central_difference, Number(h))
            .toExponential(1).replace(/([+-])(\d)$/, "$10$2");
    },
    show(box) {
        const across = exponent => 432 + exponent * 28;
        const up = error => 20 + 11 * Math.min(17, -Math.log10(Math.max(error, 1e-17)));
        const curve = difference => {
            let path = "";
            for (let e = 0; e >= -14; e -= 0.1) {
                path += (path ? "L" : "M") + across(e).toFixed(1) + " " + up(error_of(difference, 10 ** e)).toFixed(1);
            }
            return path;
        };
        const dots = [make("circle", {r: 5, class: "first"}), make("circle", {r: 5, class: "second"})];
        const picture = make("svg", {viewBox: "0 0 450 225", role: "img", class: "curves"},
            make("path", {d: curve(forward_difference), class: "first"}),
            make("path", {d: curve(central_difference), class: "second"}), ...dots,
            make("text", {x: 225, y: 222, "text-anchor": "middle"}, "step, from 1e-14 to 1"),
            make("text", {x: across(-3.4), y: up(error_of(forward_difference, 1e-4)) - 8, "text-anchor": "end"}, "forward"),
            make("text", {x: across(-2.6), y: up(error_of(central_difference, 1e-3)) + 8}, "central"));
        const says = make("p", {"aria-live": "polite"});
        const draw = e => {
            const h = 10 ** e;
            const errors = [error_of(forward_difference, h), error_of(central_difference, h)];
            dots.forEach((dot, i) => {
                dot.setAttribute("cx", across(e));
                dot.setAttribute("cy", up(errors[i]));
            });
            says.textContent = `h = ${h.toExponential(1)}: forward errs by ${errors[0].toExponential(1)}, ` +
                `central by ${errors[1].toExponential(1)}. The error grows upwards.`;
            picture.setAttribute("aria-label", says.textContent);
        };
        const choose = slider("Step", -14, 0, 0.1, -4, e => "1e" + e.toFixed(1), draw);
        box.append(choose.row, picture, says);
        draw(-4);
    },
};

// ----------------------------------------------------- 06: choose a start

// As in the chapter: all weights alike, at x = 1 and t = -1.
function step_alike(w) {
    const d = product(w) + 1;
    return [w[0] - 0.05 * (d * (w[1] * w[2])), w[1] - 0.05 * (d * (w[0] * w[2])), w[2] - 0.05 * (d * (w[0] * w[1]))];
}

const learned = w => Math.abs(product(w) + 1) < 0.01;

function epochs_taken(w, limit) {
    for (let epoch = 1; epoch <= limit; ++epoch) {
        w = step_alike(step_alike(w));
        if (learned(w)) return epoch;
    }
    return null;
}

function runs_of_the_map() {
    const ends = [];
    const follow = (w1, w23) => {
        let w = [w1, w23, w23];
        for (let k = 0; k < 4000; ++k) w = step_alike(w);
        ends.push(learned(w));
    };
    for (const c of [0.2, 0.4, 0.6, 0.8, 1.0, 1.2]) {
        follow(1.2, c + 0.05);
        follow(c - 0.1, 1.3);
        follow(-c, 0.02);
    }
    return ends;
}

const choose_a_start = {
    value(key) {
        if (key === "the article's start/observed") return String(epochs_taken(start_of_article, 1000));
        const learn = runs_of_the_map().filter(Boolean).length;
        return String(key === "runs that learn" ? learn : 18 - learn);
    },
    show(box) {
        const across = w1 => 220 + 145 * w1;
        const up = w23 => 205 - 140 * w23;
        const at = (w1, w23) => across(w1).toFixed(1) + " " + up(w23).toFixed(1);
        let goal = "";
        for (let w1 = -1.4; w1 < -0.5; w1 += 0.02) goal += (goal ? "L" : "M") + at(w1, Math.sqrt(-1 / w1));
        const run = make("path", {class: "first"});
        const dot = make("circle", {r: 6, class: "first"});
        const picture = make("svg", {viewBox: "0 0 440 225", role: "img", class: "curves"},
            make("path", {class: "axis", d: `M${at(-1.45, 0)}L${at(1.45, 0)}M${at(0, 0)}L${at(0, 1.4)}`}),
            make("path", {class: "guide", d: goal}), make("path", {class: "guide", d: `M${at(0, 0)}L${at(1.3, 1.3)}`}),
            make("text", {x: 8, y: up(1.36)}, "goal"), make("text", {x: across(0.98), y: up(0.82)}, "all equal"), run, dot);
        const says = make("p", {"aria-live": "polite"});
        let start = [0.9, 1.1];
        const draw = () => {
            let w = [start[0], start[1], start[1]];
            let path = "M" + at(w[0], w[1]);
            for (let k = 0; k < 4000 && !learned(w); ++k) {
                w = step_alike(w);
                path += "L" + at(w[0], w[1]);
            }
            run.setAttribute("d", path);
            dot.setAttribute("cx", across(start[0]));
            dot.setAttribute("cy", up(start[1]));
            const taken = epochs_taken([start[0], start[1], start[1]], 2000);
            says.textContent = `From (${start[0].toFixed(2)}, ${start[1].toFixed(2)}) ` +
                (taken === null ? "it is stuck." : `it learns in epoch ${taken}.`);
            picture.setAttribute("aria-label", says.textContent);
        };
        const two_digits = v => v.toFixed(2);
        const sliders = [
            slider("First weight", -1.3, 1.3, 0.01, start[0], two_digits, v => { start[0] = v; draw(); }),
            slider("Second and third", 0, 1.35, 0.01, start[1], two_digits, v => { start[1] = v; draw(); })];
        picture.addEventListener("click", event => {
            const corner = picture.getBoundingClientRect();
            const unit = 440 / corner.width;
            const wanted = [((event.clientX - corner.left) * unit - 220) / 145,
                            (205 - (event.clientY - corner.top) * unit) / 140];
            wanted.forEach((v, i) => {
                sliders[i].input.value = v;
                sliders[i].input.dispatchEvent(new Event("input"));
            });
        });
        box.append(...sliders.map(s => s.row), picture, says);
        draw();
    },
};

// -----------------------------------------------------------------------

window.interactive = {
    "repeated-factors": repeated_factors,
    "two-steps": two_steps,
    "u-curve": u_curve,
    "choose-a-start": choose_a_start,
};

for (const box of document.querySelectorAll(".try-it")) {
    const thing = window.interactive[box.dataset.name];
    if (!thing) continue;
    thing.show(box);
    box.hidden = false;
}
