// Prisma's own adapter for pg, with the repairs that the schema engine needs (seen with 7.10.0).
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's one-byte type "char" fills columns of the system catalogue; the adapter knows no such type. */
const oneByteChar = 18;
const text = 25;

/** @param {any} base what sessions and transactions of the adapter have in common */
function teachChar(base) {
  const { performIO, queryRaw } = base;
  /** @type {WeakMap<object, boolean[]>} which columns of an answer are such characters */
  const found = new WeakMap();
  base.teachesChar = true;
  /** @param {object} query */
  base.performIO = async function (query) {
    const result = await performIO.call(this, query);
    found.set(
      query,
      result.fields.map((/** @type {pg.FieldDef} */ field) => field.dataTypeID === oneByteChar),
    );
    for (const field of result.fields) if (field.dataTypeID === oneByteChar) field.dataTypeID = text;
    return result;
  };
  /** @param {object} query */
  base.queryRaw = async function (query) {
    const answer = await queryRaw.call(this, query);
    found.get(query)?.forEach((isChar, column) => {
      if (isChar) answer.columnTypes[column] = ColumnTypeEnum.Character;
    });
    return answer;
  };
}

/** @param {any} adapter */
function repaired(adapter) {
  const base = Object.getPrototypeOf(Object.getPrototypeOf(adapter));
  if (!base.teachesChar) teachChar(base);
  // The adapter's version cuts the script at every semicolon, those inside function bodies included.
  /** @param {string} script */
  adapter.executeScript = async (script) => {
    await adapter.client.query(script);
  };
  return adapter;
}

export class EngineAdapterFactory extends PrismaPg {
  /** @param {string} connectionString */
  constructor(connectionString) {
    const config = { connectionString, options: "-c TimeZone=UTC" };
    super(config);
    this.url = connectionString;
  }

  async connect() {
    return repaired(await super.connect());
  }

  /**
   * An empty database to try the migrations in. The adapter's own version opens the main database instead when it
   * was given an address, and drops the other one while still connected to it.
   */
  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await this.runOnMain(`CREATE DATABASE "${name}"`);
    const address = new URL(this.url);
    address.pathname = `/${name}`;
    const adapter = await new EngineAdapterFactory(address.href).connect();
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await this.runOnMain(`DROP DATABASE "${name}" WITH (FORCE)`);
    };
    return adapter;
  }

  /** @param {string} sql */
  async runOnMain(sql) {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}
