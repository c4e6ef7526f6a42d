// What ical.js reads in a calendar and rss-parser in a feed: node answers.cjs CALENDAR FEED > answers.json
const fs = require("fs");
const loaded = require("ical.js");
const Parser = require("rss-parser");

const ICAL = loaded.default || loaded;
const [calendar, feed] = process.argv.slice(2).map((path) => fs.readFileSync(path, "utf8"));
const read = new ICAL.Component(ICAL.parse(calendar));
const events = read.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    starts: String(event.startDate),
    ends: String(event.endDate),
    place: event.location,
    detail: event.description,
    status: component.getFirstPropertyValue("status"),
    sequence: event.sequence,
  };
});
new Parser().parseString(feed).then(({ title, items }) => {
  const entries = items.map(({ id, title, link, pubDate, summary }) => ({ id, title, link, pubDate, summary }));
  const sources = { calendar, feed };
  console.log(JSON.stringify({ sources, events, title, entries }, null, 1));
});
