import { readdirSync, readFileSync } from "node:fs";

const slugs = readdirSync("content/guides");
const topicOf = (slug: string) =>
  /^topic: *(\S+)/m.exec(readFileSync(`content/guides/${slug}/de.mdx`, "utf8"))?.[1];
const topics = [...new Set(slugs.map(topicOf))].filter((topic) => topic !== undefined);

const offices = readdirSync("content/offices");

export const guidePaths = slugs.map((slug) => `/guides/${slug}`);
const topicPaths = topics.map((topic) => `/topics/${topic}`);

/** Of the checklists, which are built alike, the shortest and the longest. */
const checklistPaths = [
  "/offices/loerrach/checklist/card-pickup",
  "/offices/hagen/checklist/family-reunification",
];

/** Of the articles of a law, which are built alike, the first and one in the middle that explains a term. */
const articlePaths = ["introduction", "article-26"].map((id) => `/guides/egypt-asylum-law-164-2024/${id}`);

/** Of the services, which are built alike, one with a supplement and many fees, and one that cannot be booked. */
export const servicePaths = [
  "/offices/erlangen/services/family-reunification-to-foreigners",
  "/offices/erlangen/services/naturalisation",
];

/** Of the checks, the beginning of one, and an outcome with documents, a booking and figures. */
const checkPaths = ["/checks/visa", "/checks/travel-document/results/refugee"];

/** The pages that the portal's own script adds something to. */
export const pathsWithScript = [
  ...guidePaths,
  ...articlePaths,
  ...checklistPaths,
  ...servicePaths,
  ...checkPaths,
  "/search",
  "/saved",
];

/** Every prerendered page, as its address goes on after the language; of articles, checklists, services and checks two each. */
export const readingPaths = [
  "",
  "/guides",
  ...guidePaths,
  ...articlePaths,
  ...topicPaths,
  "/offices",
  ...offices.map((office) => `/offices/${office}`),
  ...checklistPaths,
  ...servicePaths,
  "/checks",
  ...checkPaths,
  "/glossary",
  "/search",
  "/saved",
  "/imprint",
  "/privacy",
  "/accessibility",
];

const alike = [guidePaths, articlePaths, topicPaths].flatMap((paths) => paths.slice(1));

/** Whether a page is built like another one of the list, from the same parts with other words in them. */
export const isBuiltLikeAnother = (path: string) => alike.includes(path);
