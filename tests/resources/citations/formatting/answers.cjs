// What citeproc-js says of each work in each style, as plain text: node answers.cjs WORKS.json STYLES LOCALE > answers.json
const fs = require("fs");
const CSL = require("citeproc");

const [works, styles, locale] = process.argv.slice(2);
const items = JSON.parse(fs.readFileSync(works));
const known = Object.fromEntries(items.map((item) => [item.id, item]));
// The one term of the locale that Americans say otherwise.
const american = fs.readFileSync(locale, "utf8").replace(">Autumn<", ">Fall<");
const answers = {};
for (const name of ["apa-7", "mla-9", "chicago-18-author-date"]) {
  const system = { retrieveLocale: () => american, retrieveItem: (id) => known[id] };
  const engine = new CSL.Engine(system, fs.readFileSync(`${styles}/${name}.csl`, "utf8"), "en-US", true);
  engine.setOutputFormat("text");
  answers[name] = {};
  for (const { id } of items) {
    engine.updateItems([]);
    engine.updateItems([id]);
    answers[name][id] = engine.makeBibliography()[1].join("").trim();
  }
}
console.log(JSON.stringify(answers, null, 1));
