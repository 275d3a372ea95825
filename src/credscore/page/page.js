"use strict";
// Text from users reaches the page through text nodes and attributes only, never as markup. Only
// what several reports add up to comes as HTML: the service escapes all text in it.
const shell = "<!doctype html>\n" + document.documentElement.outerHTML;
const $ = (id) => document.getElementById(id);
// The class of a signal's marks, their letter, and its heading.
function signal(name) {
  const known = content.signals[name];
  return known ? [known.letter, known.letter.toUpperCase(), known.heading, known.meaning] : ["f", "", capital(spaced(name)), ""];
}
const found = (one) => (one.value === null ? " (no title)" : one.evidence.length ? ` (${one.evidence.length} in the text)` : "");
const named = (one) => content.features[one.feature];
const spaced = (name) => name.replaceAll("_", " ");
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const expit = (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
const logit = (p) => Math.log(p) - Math.log1p(-p);
const of100 = (p) => (p > 0 && p < 0.005 ? "under 1" : p < 1 && p >= 0.995 ? "over 99" : String(Math.round(100 * p)));
const signed = (x, digits = 2) => (x < 0 ? "−" : "+") + Math.abs(x).toFixed(digits);
let content = null, shift = 0, pieces = [], stops = [], counted = [], off = new Set();
let stop = null, chosen = null, pinned = null; // the stop of the Tab key, the passage told of, and whether it stays
let leaving = 0; // the clock that closes what the mouse has left

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}
// The score and interval of some log-odds at the prior chosen; as reported where none was chosen.
function at(one) {
  const moved = (p) => (shift ? expit(logit(p) + shift) : p);
  return { score: shift ? expit(one.log_odds + shift) : one.score, interval: one.interval.map(moved) };
}
function spanText({ score, interval: [low, high] }) {
  return `${of100(score)} in 100, 90 % interval ${of100(low)} to ${of100(high)}`;
}
function place(element, from, to) {
  element.style.left = `${100 * from}%`;
  if (to !== undefined) element.style.width = `${100 * (to - from)}%`;
  return element;
}

function showScore() {
  const { report } = content, now = at(report), prior = Number($("prior").value) / 100;
  $("number").textContent = of100(now.score);
  $("number").dataset.score = now.score;
  $("number").dataset.low = now.interval[0];
  $("number").dataset.high = now.interval[1];
  const base = shift ? prior : report.prior, about = of100(now.score);
  $("reading").textContent = content.sentence.replace("{score}", /^\d/.test(about) ? `about ${about}` : about)
    .replace("{low}", of100(now.interval[0])).replace("{high}", of100(now.interval[1])).replace("{prior}", +(100 * base).toPrecision(3));
  $("scale").setAttribute("aria-label", `Score ${spanText(now)}, on a scale from 0 to 100`);
  place(document.querySelector(".reach"), ...now.interval);
  place(document.querySelector(".dot"), now.score);
  place($("prior-tick"), base);
  $("prior-tick").title = "base rate";
  $("prior-value").textContent = `${+(100 * base).toFixed(1)} in 100`;
  $("prior").setAttribute("aria-valuetext", $("prior-value").textContent);
  $("prior-reset").disabled = !shift;
}
// What was asked for is there: a screen reader hears it, and the page shows it.
function arrive() {
  $("verdict-title").focus({ preventScroll: true });
  $("result").scrollIntoView();
  announce();
}
function announce() {
  $("live").textContent = content.report.reliable ? `${content.report.verdict}. Score ${spanText(at(content.report))}.` : content.report.verdict;
}
function showVerdict() {
  const { report } = content;
  $("verdict-title").textContent = report.verdict;
  $("scored").hidden = $("prior-row").hidden = !report.reliable; // without a score no number is in front
  $("claim").hidden = report.claim === undefined;
  $("claim").replaceChildren(make("strong", {}, "Claim: "), report.claim?.denied ? "what is contested in " : "", report.claim ? make("q", {}, report.claim.text) : "not found");
  $("reasons-title").hidden = !report.reasons.length;
  $("reasons-title").textContent = report.reliable ? "Why" : "What was found";
  $("reasons").replaceChildren(...report.reasons.map(showReason));
  $("caveats").replaceChildren(...content.caveats.map((text) => make("li", {}, text)));
  $("prior").value = Math.round(100 * report.prior);
}
// A reason points at the words that it rests on; choosing it leads to the first of them.
function showReason({ text, speaks, evidence }) {
  const way = make("span", { class: `way ${speaks}` }, capital(speaks));
  if (!evidence.length) return make("li", {}, way, make("span", {}, text));
  const button = make("button", { type: "button", class: "reason" }, text);
  const point = (on) => { for (const index of evidence) pieces[index]?.classList.toggle("told", on); };
  for (const [name, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]]) button.addEventListener(name, () => point(on));
  button.addEventListener("click", () => { const first = pieces[evidence[0]]; if (first) { goTo(first); point(true); } });
  return make("li", {}, way, button);
}
// The number of a score that is not reliable, and the figure on flagged texts, are told here alone.
function showFigures() {
  const { report } = content, told = report.flagged_false, known = told != null;
  $("figures").textContent = `The number is ${spanText(at(report))}${report.reliable ? "" : "; it is not reliable"}.`;
  $("flagged").hidden = !known;
  if (known) $("flagged").textContent = "If all texts that score as little or less were flagged, the claims of " +
    `${of100(shift ? expit(logit(told) - shift) : told)} in 100 of them would be false; most of these texts score lower than this one.`;
}

// Offsets of the report count code points; JavaScript counts UTF-16 units.
function unitsOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (place) => place;
  const units = [0];
  for (const letter of text) units.push(units[units.length - 1] + letter.length);
  return (place) => units[place];
}
function marked(text, inTitle) {
  const units = unitsOf(text), parts = [];
  const found = content.report.evidence
    .map((item, index) => ({ item, index, start: units(item.start), end: units(item.end) }))
    .filter(({ item, start, end }) => item.in_title === inTitle && start < end);
  found.sort((p, q) => p.start - q.start || q.end - p.end);
  let from = 0;
  while (found.length) {
    const group = [found.shift()];
    let end = group[0].end;
    while (found.length && found[0].start < end) {
      end = Math.max(end, found[0].end);
      group.push(found.shift());
    }
    parts.push(text.slice(from, group[0].start), hit(text, group, end));
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
// Lines are blocks of their own, so that a long text is laid out only where it is seen.
function lines(parts) {
  const blocks = [make("div", { class: "line" })];
  for (const part of parts) {
    if (typeof part !== "string") { blocks.at(-1).append(part); continue; }
    for (const piece of part.split(/(?<=\n)/)) {
      blocks.at(-1).append(piece);
      if (piece.endsWith("\n")) blocks.push(make("div", { class: "line" }));
    }
  }
  for (const block of blocks) if (block.textContent === "\n") block.classList.add("gap");
  return blocks;
}
// A run of passages that overlap: one stop for the keyboard, cut where a passage begins or ends.
function hit(text, group, last) {
  const short = last - group[0].start < 4;
  const element = make("span", { class: `hit${short ? " short" : ""}`, role: "button", tabindex: "-1" });
  const cuts = [...new Set(group.flatMap(({ start, end }) => [start, end]))].sort((p, q) => p - q);
  for (let i = 0; i + 1 < cuts.length; i++) {
    let inner = document.createTextNode(text.slice(cuts[i], cuts[i + 1]));
    const here = group.filter(({ start, end }) => start <= cuts[i] && end > cuts[i]);
    for (const { item, end } of here.reverse()) {
      const [tone, letter] = signal(item.signal), ends = end === cuts[i + 1];
      inner = make("span", { class: `mark ${tone}${ends ? " end" : ""}`, "data-signal": item.signal, "data-letter": letter }, inner);
    }
    element.append(inner);
  }
  element.group = group.map(({ index }) => index);
  element.quote = text.slice(group[0].start, last);
  for (const index of element.group) pieces[index] = element;
  return element;
}
function showText() {
  pieces = [];
  stop = chosen = pinned = null;
  counted = content.report.evidence.map(() => []);
  for (const one of content.report.contributions) for (const index of one.evidence) counted[index].push(one);
  const { text, title } = content;
  $("shown").replaceChildren(...(title ? [make("h3", { id: "shown-title" }, ...marked(title, true))] : []),
    make("div", { id: "shown-text" }, ...lines(marked(text, false))));
  stops = [...$("shown").querySelectorAll(".hit")];
  stops.forEach((element, at) => (element.at = at));
  if (stops.length) stopAt(stops[0]);
  $("walk").hidden = $("legend").hidden = $("ask-letters").hidden = !stops.length;
  label();
}
function stopAt(element) {
  if (stop) stop.tabIndex = -1;
  stop = element;
  stop.tabIndex = 0;
}
function label() {
  for (const element of stops) {
    const told = element.group.map((index) => {
      const item = content.report.evidence[index];
      return `${signal(item.signal)[2]}, ${spaced(item.kind)}. ${effect(index)}`;
    });
    element.setAttribute("aria-label", `${element.quote}: ${told.join(" ")}`);
  }
}
function effect(index) {
  const without = content.what_if && content.what_if.evidence[index];
  if (!without || !content.report.reliable) return "";
  const change = without.log_odds - content.report.log_odds;
  const even = change < 0 && content.report.evidence[index].signal === "anonymous_sources" ? " Here even an unnamed source is better than none." : "";
  if (change) return `Without it the score would be ${percent(at(without).score)} (${points(at(without).score - at(content.report).score)}).${even}`;
  return counted[index].length ? "Without it the score would stay the same: the text has more of this than the model tells apart, or no score goes further."
    : "The model gives it no weight.";
}
const percent = (p) => `${(100 * p).toFixed(1)} in 100`;
const points = (d) => (Math.abs(d) < 0.0005 ? "less than 0.1 points" : `${signed(100 * d, 1)} points`);
function addend(index) {
  const features = counted[index];
  if (!features.length) return null;
  const sum = features.reduce((total, one) => total + one.log_odds / one.evidence.length, 0);
  const names = features.map((one) => named(one) + ` ${signed(one.log_odds)} / ${one.evidence.length}`);
  return make("p", {}, `Its part of the contributions: ${signed(sum)} log-odds (${names.join(", ")}).`);
}
function chip(name) {
  const [tone, letter] = signal(name);
  return make("span", { class: `letter ${tone}`, "aria-hidden": "true" }, letter);
}
function choose(element, keep) {
  clearTimeout(leaving);
  if (keep) pinned = element;
  if (chosen) chosen.classList.remove("on");
  chosen = element;
  chosen.classList.add("on");
  $("detail").replaceChildren(
    make("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => close(true) }, "×"),
    ...element.group.map((index) => {
      const item = content.report.evidence[index];
      const where = [item.in_title && "in the headline", item.in_quote && "inside a quotation"].filter(Boolean);
      return make("div", { class: "piece" },
        make("p", { class: "kind" }, chip(item.signal), `${signal(item.signal)[2]}: ${spaced(item.kind)}`),
        make("p", {}, signal(item.signal)[3] || null),
        make("p", {}, make("q", {}, item.quote)),
        make("p", {}, capital([...where, effect(index)].filter(Boolean).join(". "))),
        make("details", { class: "muted" }, make("summary", {}, "Details"), make("p", {}, `Rule: ${item.cue}.`), addend(index)));
    }));
  $("detail").hidden = false;
  placeDetail();
}
// Beside the words: over what has been read if there is room in the window, else where there is more.
function placeDetail() {
  const box = $("detail"), sheet = box.parentElement.getBoundingClientRect(), lines = [...chosen.getClientRects()];
  const first = lines[0], last = lines.at(-1), above = first.top - 12, below = innerHeight - last.bottom - 12;
  box.style.maxHeight = "";
  const under = box.offsetHeight > above && below >= above;
  box.style.maxHeight = `${Math.max(130, under ? below : above)}px`;
  box.style.left = `${Math.max(0, Math.min((under ? last : first).left - sheet.left, sheet.width - box.offsetWidth))}px`;
  box.style.top = `${(under ? last.bottom + 6 : first.top - 6 - box.offsetHeight) - sheet.top}px`;
}
function close(back) {
  if (chosen) chosen.classList.remove("on");
  if (back && chosen) { stopAt(chosen); chosen.focus({ preventScroll: true }); }
  chosen = pinned = null;
  $("detail").hidden = true;
}
function focusOn(element) {
  stopAt(element);
  element.focus();
}
function goTo(element) {
  focusOn(element);
  element.scrollIntoView({ block: "center" });
  choose(element, true);
}
function listen() {
  const box = $("shown"), near = (event) => event.target.closest && event.target.closest(".hit");
  // A finger hovers over nothing: the mouse that a tap imitates would open what was just closed.
  box.addEventListener("pointerover", (event) => event.pointerType === "mouse" && near(event) && !pinned && choose(near(event), false));
  box.addEventListener("focusin", (event) => near(event) && event.target.matches(":focus-visible") && choose(near(event), true));
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    clearTimeout(leaving);
    if (pointerType === "mouse" && chosen && !pinned && !target.closest(".hit, #detail")) leaving = setTimeout(close, 300);
  });
  const elsewhere = (target) => chosen && target && !target.closest(".hit, #detail, .reason, .jump, #prior-row");
  document.addEventListener("click", ({ target }) => { if (elsewhere(target) && target.isConnected) close(); });
  document.addEventListener("focusin", ({ target }) => { if (elsewhere(target)) close(); });
  window.addEventListener("resize", () => { if (chosen) placeDetail(); });
  const letters = (on) => box.classList.toggle("letters", on);
  $("letters").addEventListener("change", ({ target }) => letters(target.checked));
  letters($("letters").checked = matchMedia("(prefers-contrast: more), (forced-colors: active)").matches);
  window.addEventListener("beforeprint", () => letters(true));
  window.addEventListener("afterprint", () => letters($("letters").checked));
  box.addEventListener("click", (event) => {
    const element = near(event);
    if (!element) return;
    stopAt(element);
    choose(element, true);
  });
  box.addEventListener("keydown", (event) => {
    const now = near(event), { key } = event;
    if (!now) return;
    const to = { ArrowRight: now.at + 1, ArrowDown: now.at + 1, ArrowLeft: now.at - 1, ArrowUp: now.at - 1, Home: 0, End: stops.length - 1 }[key];
    if (to === undefined && key !== "Enter" && key !== " ") return;
    event.preventDefault();
    if (to === undefined) choose(now, true);
    else if (stops[to]) { focusOn(stops[to]); choose(stops[to], true); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !$("detail").hidden) close($("detail").contains(document.activeElement)); });
  $("prior").addEventListener("input", () => { setPrior(Number($("prior").value) / 100); });
  $("prior").addEventListener("change", () => { announce(); label(); });
  $("prior-reset").addEventListener("click", () => { $("prior").value = Math.round(100 * content.report.prior); setPrior(content.report.prior); announce(); label(); });
  $("download").addEventListener("click", download);
}
function setPrior(prior) {
  const whole = prior === Math.round(100 * content.report.prior) / 100;
  shift = whole ? 0 : logit(prior) - logit(content.report.prior);
  showScore();
  showFigures();
  showFall();
  showChange();
  if (chosen) choose(chosen, pinned === chosen);
}
function showLegend() {
  const counts = {};
  for (const { signal: name } of content.report.evidence) counts[name] = (counts[name] || 0) + 1;
  off = new Set();
  $("legend").replaceChildren(...Object.keys(content.signals).filter((name) => counts[name]).map((name) =>
    make("button", { type: "button", "aria-pressed": "true", onclick: ({ currentTarget }) => {
      const shown = off.delete(name) || !off.add(name);
      currentTarget.setAttribute("aria-pressed", String(shown));
      for (const mark of $("shown").querySelectorAll(".mark")) mark.classList.toggle("off", off.has(mark.dataset.signal));
    } }, chip(name), make("span", {}, signal(name)[2]), make("span", { class: "count" }, String(counts[name])))));
}

// The contributions of each reason, then of each signal that is none: together all of them.
function byReason() {
  const left = new Set(content.report.contributions.map((one) => one.signal)), groups = [];
  for (const signals of [...content.report.reasons.map((reason) => reason.signals), ...[...left].map((name) => [name])]) {
    if (!left.has(signals[0])) continue;
    signals.forEach((name) => left.delete(name));
    const parts = content.report.contributions.filter((one) => signals.includes(one.signal));
    const heading = capital(signals.map((name) => signal(name)[2]).join(" and ").toLowerCase());
    groups.push({ name: signals.join(" "), heading, parts, sum: parts.reduce((sum, one) => sum + one.log_odds, 0) });
  }
  return groups;
}
const opened = new Set();
function showFall() {
  const { report } = content, groups = byReason(), base = report.base_log_odds + shift;
  const stops = [base];
  for (const group of groups) stops.push(stops[stops.length - 1] + group.sum);
  const low = Math.min(...stops, -1) - 0.25, high = Math.max(...stops, 1) + 0.25;
  const x = (value) => (value - low) / (high - low);
  const ticks = [0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999].filter((p) => logit(p) > low && logit(p) < high);
  const rules = () => ticks.map((p) => place(make("span", { class: "rule" }), x(logit(p))));
  const bar = (from, to, tone) => place(make("span", { class: `bar ${tone}` }), x(Math.min(from, to)), x(Math.max(from, to)));
  const cell = (...shapes) => make("td", { class: "bars", "aria-hidden": "true" }, ...rules(), ...shapes);
  const move = (value) => make("td", { class: `num ${value < -0.005 ? "minus-text" : value > 0.005 ? "plus-text" : ""}` }, signed(value));
  const line = (kind, name, value, score, shape) => make("tr", { class: kind }, make("th", { scope: "row" }, name), value, shape, make("td", { class: "num" }, score === null ? "" : of100(score)));
  const axis = make("div", { class: "ticks" }, ...ticks.map((p) => place(make("span", {}, String(100 * p)), x(logit(p)))));
  const rows = [line("total", "Base", make("td", { class: "num" }, signed(base)), expit(base), cell(bar(base - 0.01, base + 0.01, "level")))];
  groups.forEach((group, number) => {
    const from = stops[number], to = stops[number + 1], tone = group.sum < 0 ? "minus" : "plus";
    const button = make("button", { type: "button", "data-signal": group.name }, group.heading);
    rows.push(line("", button, move(group.sum), expit(to), cell(bar(from, to, tone))));
    let before = from;
    const features = group.parts.map((one) => {
      const shape = bar(before, (before += one.log_odds), one.log_odds < 0 ? "minus" : "plus");
      const name = make("span", {}, named(one), make("span", { class: "muted" }, found(one)));
      return line("sub", name, move(one.log_odds), null, cell(shape));
    });
    const fold = () => {
      button.setAttribute("aria-expanded", String(opened.has(group.name)));
      for (const row of features) row.hidden = !opened.has(group.name);
    };
    button.addEventListener("click", () => { if (!opened.delete(group.name)) opened.add(group.name); fold(); });
    fold();
    rows.push(...features);
  });
  const end = report.log_odds + shift;
  rows.push(line("total", "Score", make("td", { class: "num" }, signed(end)), at(report).score, cell(bar(end - 0.01, end + 0.01, "level"))));
  $("fall").replaceChildren(
    make("caption", { class: "unseen" }, "How each reason moves the score, in log-odds"),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Reason"), make("th", { scope: "col", class: "num" }, "Log-odds"),
      make("td", { "aria-hidden": "true" }, axis), make("th", { scope: "col", class: "num" }, "In 100, after it"))),
    make("tbody", {}, ...rows));
}
function showChange() {
  const { report, what_if: whatIf } = content, now = at(report).score;
  const row = (head, score) => make("tr", {}, make("th", { scope: "row" }, head), make("td", { class: "num" }, (100 * score).toFixed(1)),
    make("td", { class: "num" }, signed(100 * (score - now), 1)));
  const table = (caption, rows) => make("div", {}, make("table", {}, make("caption", { class: "unseen" }, caption),
    make("thead", {}, make("tr", {}, ...[caption, "In 100", "Change"].map((text, i) => make("th", { scope: "col", class: i ? "num" : "" }, text)))), make("tbody", {}, ...rows)));
  if (!whatIf) { $("change").replaceChildren(make("p", { class: "muted" }, "Not known: this report was read from JSON.")); return; }
  const moved = ([, one]) => Math.abs(one.log_odds - report.log_odds);
  const byMove = (parts) => Object.entries(parts).sort((p, q) => moved(q) - moved(p));
  const signals = byMove(whatIf.signals), passages = byMove(whatIf.evidence).filter(moved);
  const left = table("Without the effect of a signal", signals.map(([name, one]) => row(signal(name)[2], at(one).score)));
  left.append(make("p", { class: "muted" }, "As if the text were as usual in this respect: the features of the signal contribute nothing."));
  const right = table("Without a passage", passages.slice(0, 8).map(([index, one]) =>
    row(make("button", { type: "button", class: "jump", onclick: () => goTo(pieces[index]) },
      report.evidence[index].quote), at(one).score)));
  right.append(make("p", { class: "muted" }, `The same text, measured again without that one passage. ` +
    (passages.length ? `Of ${whatIf.evidence.length} passages, ${passages.length} change the score; those that change it most are listed.`
      : `None of its ${whatIf.evidence.length} passages changes the score alone.`)));
  $("change").replaceChildren(left, right);
}
function showProfile() {
  const p = content.report.profile, part = (value) => (value === null ? "–" : `${Math.round(100 * value)} %`);
  const rows = [["Words", p.words], ["Attributed statements", p.attributed], ["Different named sources", p.named_sources], ["By named persons", part(p.named_share)],
    ["By institutions", part(p.institutional_share)], ["By unnamed people", part(p.unnamed_share)], ["In confidence", part(p.confidential_share)],
    ["Hearsay", part(p.hearsay_share)], ["Denials", p.denials], ["Not confirmed", p.non_confirmations], ["Called false", p.debunks],
    ["Doubtful media", p.doubtful_media], ["Hedges per 1,000 words", Math.round(p.hedges_per_1000_words)]];
  $("profile").replaceChildren(...rows.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, String(value)))));
}
function show(next, isSample = false) {
  content = next;
  $("sample").hidden = !isSample;
  shift = 0;
  opened.clear();
  showText();
  showVerdict();
  showScore();
  showFigures();
  showLegend();
  showFall();
  showChange();
  showProfile();
  $("detail").hidden = true;
  $("made").textContent = `Model ${content.report.model_id}, base rate ${content.report.prior}.` +
    (document.documentElement.dataset.mode === "app" ? "" : " This file needs no network and sends nothing anywhere.");
  $("result").hidden = false;
  $("download").hidden = isSample && scored === null;
  $("pooled").hidden = true;
  if (!isSample) document.title = `${content.report.verdict}${content.title ? ` – ${content.title}` : ""} – credscore`;
}
function download() {
  if (!$("pooled").hidden) { save(pooledFile, "credscore-claim.html"); return; }
  const escaped = (text) => text.replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const plain = content.summary.replace(/[<>&]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const file = shell.replace('data-mode="app"', 'data-mode="report"').replace("connect-src 'self'", "connect-src 'none'")
    .replace(/<noscript>[^]*?<\/noscript>/, () => `<noscript><p class="notice">${plain}</p></noscript>`)
    .replace(/(<script type="application\/json" id="content">)[^]*?(<\/script>)/, (_, open, shut) => open + escaped(JSON.stringify(content)) + shut);
  save(file, "credscore-report.html");
}
function save(file, name) {
  const link = make("a", { href: URL.createObjectURL(new Blob([file], { type: "text/html" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// The service's page: a text is asked about; the answer is what a file of the report holds.
let running = null, scored = null; // the work that can be cancelled; the form as it was scored, if it was
const REFUSED = {
  401: "This service asks for a key. Type it above, and try again.",
  413: "This is too large for the service. Send less.",
  429: "The service is busy. Try again in a minute.",
};
async function answered(address, options) {
  const answer = await fetch(address, { ...options, signal: running?.signal }).catch((problem) => {
    if (running?.signal.aborted) throw problem;
    throw new Error(navigator.onLine ? "The service does not answer. It may be down, or the network is cut. Your text is still here: try again in a minute."
      : "You are offline. Your text is still here: try again once you are connected.");
  });
  const { status } = answer, found = await answer.json().catch((problem) => { if (running?.signal.aborted) throw problem; return null; });
  if (status === 401) $("key-row").hidden = false;
  if (answer.ok && found) return found;
  throw new Error((status !== 401 && found?.detail) || REFUSED[status] || (status > 501
    ? `The service behind this address does not answer now (${status}). Your text is still here: try again in a minute.`
    : answer.ok ? "Something else than credscore answered, such as a login page. Load this page anew."
      : `The service could not do this (${status}). Try again; if it stays so, tell who runs it.`));
}
function post(address, body) {
  const headers = { "Content-Type": "application/json" };
  if ($("key").value) headers["X-API-Key"] = $("key").value;
  return answered(address, { method: "POST", headers, body: JSON.stringify(body) });
}
function fail(words) {
  $("error").textContent = words;
  $("error").hidden = false;
}
const doing = (words) => { $("doing").textContent = words; };
async function tried(work, words) {
  running?.abort();
  const mine = running = new AbortController(), start = Date.now();
  const tick = () => {
    if ($("busy").hidden) $("live").textContent = $("doing").textContent;
    $("busy").hidden = false;
    $("seconds").textContent = `${Math.floor((Date.now() - start) / 1000)} s`;
  };
  const clock = setInterval(tick, 500);
  doing(words);
  $("submit").disabled = true;
  $("error").hidden = true;
  try {
    await work();
  } catch (problem) {
    if (!mine.signal.aborted) fail(problem.message);
  } finally {
    clearInterval(clock);
    if (running === mine) {
      running = null;
      const inside = document.activeElement === $("cancel");
      $("submit").disabled = false;
      $("busy").hidden = true;
      if (inside) $("submit").focus();
    }
  }
}
const ask = (body) => tried(async () => {
  const found = await post("v1/page", body);
  show(found);
  $("text").value = found.text;
  $("title").value = found.title || "";
  settle();
  arrive();
}, `Scoring ${(body.text || body.html).length.toLocaleString("en")} characters`);
// What the form asks for now, to tell whether it is still what was scored.
const asked = () => JSON.stringify($("pooled").hidden ? [$("title").value, $("text").value] : claim());
function settle() {
  scored = asked();
  age();
}
function age() {
  const old = scored !== null && asked() !== scored;
  if (old && $("old").hidden) $("live").textContent = "The text has changed. The result is that of the text before.";
  $("old").hidden = !old;
}
async function showExample(fill) {
  const sample = await answered("example.json");
  if (fill) [$("title").value, $("text").value] = [sample.title, sample.text];
  else if (scored !== null || isMany()) return; // someone was faster
  $("pooled").hidden = true;
  if (fill) settle();
  show(sample, true);
}
// A copy of the form and its result, which the browser drops with the tab.
const KEPT = `credscore ${location.pathname}`;
function keep() {
  const form = { many: isMany(), title: $("title").value, text: $("text").value, rumour: $("rumour").value, reports: given() };
  const result = scored !== null && $("pooled").hidden ? { content, scored, isSample: !$("sample").hidden } : null;
  for (const kept of [{ form, result }, { form }]) {
    try { sessionStorage.setItem(KEPT, JSON.stringify(kept)); return; } catch { /* it is full, or not allowed: keep less */ }
  }
}
function restore() {
  try {
    const { form, result } = JSON.parse(sessionStorage.getItem(KEPT));
    for (const name of ["title", "text", "rumour"]) $(name).value = form[name] ?? "";
    $(form.many ? "kind-many" : "kind-one").checked = true;
    for (const one of form.reports) Object.entries(one).forEach(([name, value], index) => { if (!index) addReport(); reports().at(-1).elements[name].value = value; });
    if (result) {
      scored = result.scored;
      show(result.content, result.isSample);
      age();
      return;
    }
  } catch { /* there is none, it is not allowed, or another version wrote it */ }
  // After the first paint; a page without its example is still a page.
  requestAnimationFrame(() => setTimeout(() => showExample(false).catch(() => {})));
}
const KINDS = [[/^%PDF/, "a PDF"], [/^PK/, "a Word file or another packed file"], [/^(ÿØÿ|‰PNG|GIF8|RIFF)/, "a picture"], [/^{\\rtf/, "an RTF file"],
  [/[\0-\x08\x0e-\x1a]/, "a binary file"]];
// The text of a file, and whether it is a web page.
async function decoded(file) {
  if (file.size > 1e7) throw new Error(`“${file.name}” is too large (${Math.round(file.size / 1e6)} MB; 10 are allowed). Copy the article out of it and paste it.`);
  const bytes = await file.arrayBuffer().catch(() => { throw new Error(`“${file.name}” can't be read. Is it a folder, or gone?`); });
  const head = new TextDecoder("latin1").decode(bytes.slice(0, 2048));
  const wide = /^ÿþ/.test(head) ? "utf-16le" : /^þÿ/.test(head) ? "utf-16be" : "";
  const [, kind] = KINDS.find(([form]) => form.test(head)) || [];
  if (kind && !wide) throw new Error(`“${file.name}” is ${kind}, not plain text or a web page. Open it, copy the article, and paste it.`);
  const named = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head);
  let text;
  try { text = new TextDecoder(wide || (named ? named[1] : "utf-8"), { fatal: !named }).decode(bytes); }
  catch { text = new TextDecoder("windows-1252").decode(bytes); }
  return { text, isPage: /\.x?html?$/i.test(file.name) || /^\s*<(!doctype html|html)/i.test(text) };
}
async function read(files) {
  if (isMany()) { await tried(() => readMany(files), "Reading the files"); return; }
  if (files.length > 1) { fail("One text is scored at a time. Open one file, or choose “Several reports on one claim”."); return; }
  let found = null;
  await tried(async () => { found = await decoded(files[0]); }, "Reading the file");
  if (!found) return;
  const { text, isPage } = found;
  if (!text.trim()) { fail(`“${files[0].name}” is empty.`); return; }
  if (!isPage) { $("text").value = text; $("title").value = ""; }
  await ask(isPage ? { html: text } : { text, title: null });
}

// Several reports on one claim: a fieldset each.
let pooledFile = "";
const isMany = () => $("kind-many").checked;
const reports = () => [...$("reports").children];
function addReport(text = "", title = "") {
  const box = $("report").content.firstElementChild.cloneNode(true);
  box.elements.text.value = text;
  box.elements.title.value = title;
  box.querySelector("button").addEventListener("click", () => {
    const next = box.nextElementSibling || box.previousElementSibling;
    box.remove();
    count();
    age();
    (next ? next.elements.text : $("add")).focus();
  });
  $("reports").append(box);
  count();
  return box;
}
function count() {
  reports().forEach((box, index) => {
    box.querySelector("legend").textContent = `Report ${index + 1}`;
    box.querySelector("button").setAttribute("aria-label", `Remove report ${index + 1}`);
  });
}
async function readMany(files) {
  for (const [index, file] of files.entries()) {
    doing(`Reading file ${index + 1} of ${files.length}`);
    const { text, isPage } = await decoded(file);
    const found = isPage ? await post("v1/page", { html: text }) : { text };
    for (const box of reports()) if (!box.elements.text.value.trim()) box.remove();
    addReport(found.text, found.title || "");
  }
  $("live").textContent = `${reports().length} reports.`;
  age();
}
const given = () => reports().map((box) => Object.fromEntries([...box.querySelectorAll("[name]")].map(({ name, value }) => [name, value])));
function claim() {
  const articles = given().filter(({ text }) => text.trim()).map((one) => ({ ...one, title: one.title || null, source: one.source.trim() || null, date: one.date || null }));
  return { claim: $("rumour").value.trim() || null, articles };
}
const askMany = () => tried(async () => {
  const body = claim();
  if (!body.articles.length) throw new Error("There is no report yet. Paste one, or open files.");
  const found = await post("v1/claims:page", body);
  pooledFile = found.file;
  $("pooled").innerHTML = found.html;
  $("result").hidden = true;
  $("pooled").hidden = $("download").hidden = false;
  settle();
  const heading = $("pooled").querySelector("h2");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  $("pooled").scrollIntoView();
  $("live").textContent = $("pooled").querySelector("b").textContent;
  document.title = `${$("live").textContent} – ${heading.textContent} – credscore`;
}, `Scoring ${reports().length} reports`);
function chooseKind() {
  const many = isMany();
  $("one").hidden = $("example").hidden = many;
  $("many").hidden = !many;
  $("file").multiple = many;
  document.querySelector(".file").firstChild.data = many ? "Open files" : "Open a file";
  $("submit").textContent = many ? "Score the claim" : "Score the text";
  while (many && reports().length < 2) addReport();
  if (scored === null && content) $("result").hidden = many; // the example is of one text
}
function listenToForm() {
  const form = $("ask");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isMany()) { askMany(); return; }
    const text = $("text").value;
    if (text.trim()) ask({ text, title: $("title").value || null });
    else { fail("There is no text yet. Paste one, or open a file."); $("text").focus(); }
  });
  form.addEventListener("keydown", (event) => { if (event.target.matches("textarea") && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(); });
  $("file").addEventListener("change", () => { if ($("file").files[0]) read([...$("file").files]); $("file").value = ""; });
  $("example").addEventListener("click", () => tried(async () => {
    await showExample(true);
    arrive();
  }, "Getting the example"));
  $("cancel").addEventListener("click", () => { running?.abort(); $("live").textContent = "Cancelled."; });
  form.addEventListener("input", age);
  // A file may be dropped anywhere: a browser would leave the page to show it.
  const over = (event, inside) => { event.preventDefault(); document.body.classList.toggle("over", inside); };
  document.addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) over(event, true); });
  document.addEventListener("dragleave", ({ relatedTarget }) => { if (!relatedTarget) document.body.classList.remove("over"); });
  document.addEventListener("drop", (event) => { if (event.dataTransfer.files.length) { over(event, false); read([...event.dataTransfer.files]); } });
  form.addEventListener("change", ({ target }) => { if (target.name === "kind") chooseKind(); });
  $("add").addEventListener("click", () => addReport().elements.text.focus());
  restore();
  chooseKind(); // a browser that comes back to the page may have kept the choice
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
}
listen();
const told = JSON.parse($("content").textContent);
if (told) show(told);
if (document.documentElement.dataset.mode === "app") listenToForm();
