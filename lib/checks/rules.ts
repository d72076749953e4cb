import type {
  Answers,
  Countries,
  CountryClass,
  Next,
  Outcome,
  Question,
  Step,
  Tree,
  Walk,
  Way,
} from "./types";

/** More ways than anybody could approve: the tree goes round in circles or asks too much. */
const mostWays = 5000;

/** The section that title and description make, beside one for each question and outcome: none of these bears its name. */
export const headId = "head";

/** The class of every country. */
export function countriesOf(classes: readonly CountryClass[]): Countries {
  return new Map(classes.flatMap(({ id, countries }) => countries.map((code) => [code, id] as const)));
}

/** Where answers lead: question by question from the start, as far as they reach. Answers that were not asked for count for nothing. */
export function walk(tree: Tree, answers: Answers, countries: Countries): Walk {
  const steps: Step[] = [];
  const values: Record<string, string> = {};
  let id = tree.start;
  // A tree without circles ends by itself; the content check sees to that.
  for (let turns = 0; turns <= tree.questions.length; turns += 1) {
    const outcome = findOutcome(tree, id);
    if (outcome) return { steps, at: { kind: "outcome", outcome }, wrong: false };
    const question = findQuestion(tree, id);
    if (!question) break;
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const value = answer === undefined ? null : countsAs(question, answer, countries);
    const next = value === null ? undefined : nextOf(question, value);
    if (answer === undefined || value === null || next === undefined) {
      return { steps, at: { kind: "question", question }, wrong: answer !== undefined };
    }
    steps.push({ question, answer });
    values[id] = value;
    id = turnOf(next, values);
  }
  throw new Error(`the check leads from ${tree.start} to “${id}”, which is nothing`);
}

/** Whether one of these steps, or the question to come, must stay out of the address. */
export function isSensitive(steps: readonly Step[], question: Question | null): boolean {
  return steps.some((step) => step.question.sensitive) || question?.sensitive === true;
}

/** Answers that may come with an address: those to questions that are not sensitive. */
export function publicAnswers(tree: Tree, answers: Answers): Answers {
  const sensitive = new Set(tree.questions.filter((question) => question.sensitive).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !sensitive.has(id)));
}

/** Every way through a tree, of countries every class once. Stops at a circle, at a place that is not there, and where there are too many. */
export function waysThrough(tree: Tree): { ways: Way[]; faults: string[]; taken: Set<string> } {
  const ways: Way[] = [];
  const faults = new Set<string>();
  const taken = new Set<string>();
  const go = (id: string, answers: Way["answers"]): void => {
    if (ways.length > mostWays) return;
    taken.add(id);
    if (findOutcome(tree, id)) {
      ways.push({ answers, outcome: id });
      return;
    }
    const question = findQuestion(tree, id);
    if (!question) {
      faults.add(`“${id}” is neither a question nor an outcome`);
      return;
    }
    if (answers.some((answer) => answer.question === id)) {
      faults.add(`${id} is asked twice on one way: ${wayLine(answers)}`);
      return;
    }
    for (const { value, next } of choicesOf(question)) {
      const on = [...answers, { question: id, answer: value }];
      const values = Object.fromEntries(on.map((each) => [each.question, each.answer]));
      taken.add(typeof next === "string" ? next : `${id} ${value} ${turnIndex(next, values)}`);
      go(turnOf(next, values), on);
    }
  };
  go(tree.start, []);
  if (ways.length > mostWays) faults.add(`there are more than ${mostWays} ways`);
  return { ways, faults: [...faults], taken };
}

/** How many questions a way has at most that begins with these values. */
export function longestWay(ways: readonly Way[], values: readonly string[]): number {
  const fitting = ways.filter(({ answers }) =>
    values.every((value, index) => answers[index]?.answer === value),
  );
  return Math.max(values.length, ...fitting.map(({ answers }) => answers.length));
}

/** What an answer counts as in the rules: the class of a country, or itself; null when it is no answer. */
export function countsAs(question: Question, answer: string, countries: Countries): string | null {
  if (question.answers.some(({ id }) => id === answer)) return answer;
  return "countries" in question ? (countries.get(answer) ?? null) : null;
}

/** What is wrong with the shape of a tree; the ways through it are what somebody approves. */
export function shapeFaults(tree: Tree, classes: readonly CountryClass[]): string[] {
  const { ways, faults, taken } = waysThrough(tree);
  return [
    ...twice(tree),
    ...faults,
    ...conditionFaults(tree),
    ...classFaults(tree, classes),
    ...idle(tree, ways, taken),
  ];
}

/** What is to be approved of a check: every way with its outcome, the outcomes with their law, and the class of every country. */
export function approvalText(tree: Tree, classes: readonly CountryClass[]): string {
  const { ways } = waysThrough(tree);
  const asksCountries = tree.questions.some((question) => "countries" in question);
  return [
    "# Every way through this check and where it leads. Written by: npm run content -- --approve <check>",
    "# Approve it only after having read every line against the law.",
    "",
    "## Outcomes",
    ...tree.outcomes.map(outcomeLine),
    "",
    `## Ways (${ways.length})`,
    ...ways.map(({ answers, outcome }) => `${wayLine(answers)} => ${outcome}`),
    ...(asksCountries ? ["", "## Countries", ...countryLines(classes)] : []),
    "",
  ].join("\n");
}

const outcomeLine = ({ id, verdict, laws, documents, book }: Outcome): string =>
  `${id}: ${verdict} | ${laws.join("; ")} | ${documents.join(" ") || "no documents"} | ${book ?? "no appointment"}`;

const wayLine = (answers: Way["answers"]): string =>
  answers.map(({ question, answer }) => `${question}=${answer}`).join(" ");

function countryLines(classes: readonly CountryClass[]): string[] {
  return classes
    .flatMap(({ id, countries }) => countries.map((code) => `${code} ${id}`))
    .sort((a, b) => (a < b ? -1 : 1));
}

export const findQuestion = (tree: Tree, id: string): Question | undefined =>
  tree.questions.find((question) => question.id === id);

export const findOutcome = (tree: Tree, id: string): Outcome | undefined =>
  tree.outcomes.find((outcome) => outcome.id === id);

/** What can be chosen at a question, with what follows: its answers, and its classes of countries. */
function choicesOf(question: Question): { value: string; next: Next }[] {
  const classes = "countries" in question ? Object.entries(question.countries) : [];
  return [
    ...classes.map(([value, next]) => ({ value, next })),
    ...question.answers.map(({ id, next }) => ({ value: id, next })),
  ];
}

const nextOf = (question: Question, value: string): Next | undefined =>
  choicesOf(question).find((choice) => choice.value === value)?.next;

function turnIndex(next: Exclude<Next, string>, values: Answers): number {
  return next.findIndex(({ when }) =>
    Object.entries(when ?? {}).every(([question, wanted]) => wanted.includes(values[question] ?? "")),
  );
}

function turnOf(next: Next, values: Answers): string {
  if (typeof next === "string") return next;
  return next[turnIndex(next, values)]?.go ?? "";
}

function twice(tree: Tree): string[] {
  const ids = [headId, ...[...tree.questions, ...tree.outcomes].map(({ id }) => id)];
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`),
    ...tree.questions.flatMap((question) => {
      const values = choicesOf(question).map(({ value }) => value);
      return values
        .filter((value, index) => values.indexOf(value) !== index)
        .map((value) => `${question.id}: the answer ${value} stands twice`);
    }),
  ];
}

/** Conditions name questions and answers that there are. */
function conditionFaults(tree: Tree): string[] {
  const turns = tree.questions.flatMap((question) =>
    choicesOf(question).flatMap(({ next }) => (typeof next === "string" ? [] : next)),
  );
  const named = turns.flatMap(({ when }) => Object.entries(when ?? {}));
  const faults = named.flatMap(([id, values]) => {
    const question = findQuestion(tree, id);
    if (!question) return [`a condition asks for ${id}, which is no question`];
    const known = choicesOf(question).map(({ value }) => value);
    return values
      .filter((value) => !known.includes(value))
      .map((value) => `a condition asks for ${id}=${value}, which is no answer`);
  });
  return [...new Set(faults)];
}

/** A question about countries has an answer for every class, and every country one class. */
function classFaults(tree: Tree, classes: readonly CountryClass[]): string[] {
  return tree.questions.flatMap((question) => {
    if (!("countries" in question)) return [];
    const known = classes.map(({ id }) => id);
    const named = Object.keys(question.countries);
    return [
      ...known
        .filter((id) => !named.includes(id))
        .map((id) => `${question.id}: the class ${id} leads nowhere`),
      ...named.filter((id) => !known.includes(id)).map((id) => `${question.id}: there is no class ${id}`),
    ];
  });
}

/** Questions, outcomes and rules that no way reaches, and outcomes that leave a reader with nothing to do. */
function idle(tree: Tree, ways: readonly Way[], taken: ReadonlySet<string>): string[] {
  const ends = new Set(ways.map(({ outcome }) => outcome));
  return [
    ...tree.questions
      .filter(({ id }) => !taken.has(id))
      .map(({ id }) => `no way leads to the question ${id}`),
    ...tree.outcomes.filter(({ id }) => !ends.has(id)).map(({ id }) => `no way leads to the outcome ${id}`),
    ...tree.questions.flatMap((question) =>
      choicesOf(question).flatMap(({ value, next }) =>
        typeof next === "string" || !taken.has(question.id)
          ? []
          : next.flatMap((turn, index) =>
              taken.has(`${question.id} ${value} ${index}`)
                ? []
                : [`${question.id}=${value}: no way takes the rule that leads to ${turn.go}`],
            ),
      ),
    ),
    ...tree.outcomes
      .filter(({ documents, steps }) => documents.length === 0 && steps === undefined)
      .map(({ id }) => `${id} has neither documents nor steps`),
  ];
}
