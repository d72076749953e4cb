-- The index of the search: what can be found, the words it is made of, and where each word stands. It is made from
-- content/ and can be thrown away and made again. docs/search.md says how it is asked.

-- Likeness of words, for compounds and slips of the finger. A trusted extension: whoever may create in the database may
-- create it, no superuser is needed.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "search_entry" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "weight" REAL NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_text" (
    "entry_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "search_text_pkey" PRIMARY KEY ("entry_id","locale")
);

-- CreateTable
CREATE TABLE "search_word" (
    "id" SERIAL NOT NULL,
    "word" TEXT NOT NULL,
    "keys" TEXT[],
    "shown" TEXT NOT NULL,
    "entries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_posting" (
    "word_id" INTEGER NOT NULL,
    "entry_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "impact" REAL NOT NULL,

    CONSTRAINT "search_posting_pkey" PRIMARY KEY ("entry_id","word_id","locale")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_entry_key_key" ON "search_entry"("key");

-- CreateIndex
CREATE UNIQUE INDEX "search_word_word_key" ON "search_word"("word");

-- CreateIndex
CREATE INDEX "search_word_keys_idx" ON "search_word" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- The best places of a word come first, so that a frequent word costs no more than its best places.
-- CreateIndex
CREATE INDEX "search_posting_word_id_impact_entry_id_locale_idx" ON "search_posting"("word_id", "impact" DESC, "entry_id", "locale");

-- AddForeignKey
ALTER TABLE "search_text" ADD CONSTRAINT "search_text_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "search_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_posting" ADD CONSTRAINT "search_posting_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "search_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_posting" ADD CONSTRAINT "search_posting_word_id_fkey" FOREIGN KEY ("word_id") REFERENCES "search_word"("id") ON DELETE CASCADE ON UPDATE CASCADE;
