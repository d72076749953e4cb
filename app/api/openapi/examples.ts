// Examples of the OpenAPI document. A test holds each against its schema, and those of requests against what the routes
// take. The people in them do not exist.

const window = { from: "2026-11-30", to: "2026-12-18" };
const reference = "HA-7K3F-92QD";
const manageToken = "cH4n9t2VQfO1m0r8Zk3sVwAx7b5Pq1eYd6uGzJt0RrLh2NcKfWgMoE";
const person = { givenName: "Test", familyName: "Person", birthDate: "1990-03-27" };
const time = { startsAt: "2026-12-03T14:30:00+01:00", endsAt: "2026-12-03T14:45:00+01:00" };
const another = { startsAt: "2026-12-04T08:30:00+01:00", endsAt: "2026-12-04T08:45:00+01:00" };

export const officesExample = { offices: [{ slug: "hagen", name: "Hagen Immigration Office" }] };

const policy = {
  releaseDay: "mon",
  releaseTime: "07:30",
  horizonWeeks: 3,
  leadMinutes: 120,
  holdMinutes: 20,
  holdsPerMailPerDay: 3,
  upcomingPerMail: 10,
  activePerPerson: 1,
  extendMinutes: 10,
  returnMinutes: [10, 120],
};

export const officeExample = {
  slug: "hagen",
  name: "Hagen Immigration Office",
  nextRelease: "2026-12-07T07:30:00+01:00",
  policy,
  contact: {
    phone: "02331 000000",
    lines: [{ from: "A", to: "K", phone: "02331 000001" }],
    phoneHours: [{ days: ["mon", "thu"], hours: "09:00–11:00" }],
    address: null,
    website: "https://www.example.org/",
    payment: "You can pay by card only.",
  },
  departments: [
    {
      slug: "auslaenderbehoerde",
      name: "Residence and family",
      openingHours: { mon: ["14:30-17:00"], wed: ["08:30-12:00"] },
      policy,
      visit: { maxConcerns: 2, maxPersons: 6 },
      waitlistReasons: [{ slug: "new-job", name: "I have a new job that starts soon" }],
      concerns: [
        {
          slug: "card-pickup",
          name: "Collect a residence card",
          minutes: 15,
          documents: [{ id: "valid-passport", name: "Passport" }],
          guide: "residence-permits",
        },
      ],
    },
  ],
};

export const availabilityExample = {
  now: "2026-12-01T10:00:00+01:00",
  nextRelease: "2026-12-07T07:30:00+01:00",
  window,
  days: [{ date: "2026-12-03", times: [{ startsAt: time.startsAt, free: 4 }] }],
};

export const challengeExample = {
  parameters: {
    algorithm: "PBKDF2/SHA-256",
    cost: 500,
    data: { attempts: 50_000, expiresAt: 1_796_115_600, purpose: "booking" },
    keyLength: 32,
    keyPrefix: "3f9a0c51d2e84b7796aa1c0e5d7f2b48",
    keySignature: "8d0b1f6c4ea2937754b1c6d90e8f3a2bb7c5d1e04f9a6832c7e1d0b5f4a39286",
    nonce: "b1946ac92492d2347c6235b4d2611184",
    salt: "591785b794601e212b260e25925636fd",
  },
  signature: "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
};

const hold = { concern: "card-pickup", person, email: "person@example.org", locale: "en" };

export const holdBodyExamples = {
  "one person": { ...hold, startsAt: time.startsAt },
  "a family with two concerns": {
    ...hold,
    startsAt: time.startsAt,
    furtherConcerns: ["change-of-conditions"],
    companions: [{ givenName: "Child", familyName: "Person", birthDate: "2019-05-02" }],
    phone: "+49 2331 000000",
    caseNumber: "33/4 K 12345",
  },
};

export const holdExample = {
  reference,
  status: "held",
  ...time,
  holdExpiresAt: "2026-12-01T10:20:00+01:00",
  holdToken: manageToken,
};

export const extendExample = { status: "held", holdExpiresAt: "2026-12-01T10:30:00+01:00" };

export const confirmBodyExamples = { "the token of the link": { token: manageToken } };

export const confirmExample = {
  reference,
  status: "confirmed",
  manageUrl: `https://www.example.org/en/appointments/${manageToken}`,
};

export const appointmentExample = {
  reference,
  status: "confirmed",
  office: "hagen",
  department: "auslaenderbehoerde",
  concern: "card-pickup",
  furtherConcerns: [],
  units: 1,
  ...time,
  holdExpiresAt: "2026-12-01T10:20:00+01:00",
  holdSecondsLeft: 0,
  extended: false,
  coming: false,
  asksForAnswer: false,
  openDocuments: null,
  cancelledByOffice: false,
  sequence: 0,
  person,
  companions: [],
  locale: "en",
};

export const cancelExample = { reference, status: "cancelled" };

export const rescheduleBodyExamples = { "another time": { startsAt: another.startsAt } };

export const rescheduleExample = { reference, status: "confirmed", ...another };

export const waitBodyExamples = {
  "mornings on Monday and Thursday": {
    ...hold,
    office: "hagen",
    days: ["mon", "thu"],
    parts: ["morning"],
    reason: "new-job",
  },
};

export const waitExample = {
  office: "hagen",
  department: "auslaenderbehoerde",
  concern: "card-pickup",
  status: "waiting",
  place: 3,
  waiting: 12,
  days: ["mon", "thu"],
  parts: ["morning"],
  joinedAt: "2026-12-01T10:00:00+01:00",
  offer: { ...time, expiresAt: "2026-12-01T11:30:00+01:00" },
};

export const drawExample = {
  algorithm: "mawid-draw/1",
  id: "0191d1a0-0000-4000-8000-000000000001",
  office: "hagen",
  department: "auslaenderbehoerde",
  week: "2026-W51",
  state: "open",
  opensAt: "2026-11-30T07:30:00+01:00",
  closesAt: "2026-11-30T12:00:00+01:00",
  commitment: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  policy: {
    baseWeight: 2,
    perEarlierLoss: 1,
    maxEarlierLosses: 4,
    permitExpiring: { weeks: 6, weight: 2 },
  },
};

const locales = ["ar", "de", "en"];
const source = { title: "A law", url: "https://www.example.org/law" };
const guide = { slug: "blue-passport", topic: "travel", title: "The blue passport", locales };

export const guidesExample = { guides: [guide] };

export const guideExample = {
  ...guide,
  locale: "en",
  description: "How recognised refugees get a travel document.",
  url: "https://www.example.org/en/guides/blue-passport",
  minutes: 7,
  sections: [{ id: "overview", title: "What this is about", stale: false }],
  brief: [{ label: "Fee", fact: "travel-document.fee" }],
  facts: ["travel-document.fee"],
  translation: { method: "machine", reviewer: null, date: "2026-11-20" },
  sources: [{ ...source, retrieved: "2026-11-20" }],
  related: ["residence-permits"],
  concerns: ["refugee-travel-document"],
};

export const factsExample = {
  facts: [
    {
      id: "travel-document.fee",
      value: 60,
      unit: "EUR",
      validFrom: null,
      validTo: "2026-12-31",
      status: "confirmed",
      source,
      verifiedAt: "2026-11-21",
      reviewBy: "2027-05-01",
    },
  ],
};

export const searchExample = {
  hits: [
    {
      kind: "guide",
      slug: "blue-passport",
      title: "The blue passport",
      heading: "Costs",
      snippet: "The passport costs 60 euros.",
      url: "/en/guides/blue-passport#costs",
      marks: { title: [[9, 17]], snippet: [[4, 12]] },
    },
  ],
  suggestion: null,
};
