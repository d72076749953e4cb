/** The modules of a service description that are written as text, in their order; every service has each. */
export const writtenModules = [
  "full-text",
  "requirements",
  "exclusions",
  "procedure",
  "documents",
  "fees",
  "deadlines",
  "processing-time",
  "legal-basis",
] as const;

/** All modules in the order of the page. What is not written is made of `service.yaml` and of the office. */
export const modules = [
  "full-text",
  "requirements",
  "exclusions",
  "procedure",
  "documents",
  "fees",
  "deadlines",
  "processing-time",
  "online",
  "forms",
  "legal-basis",
  "office",
  "related",
] as const;

/** Modules that the text of a municipality may add to. */
export const supplementModules = modules.filter((module) => module !== "related");
