import { createServer } from "node:net";
import { Problem } from "./say.mjs";

/**
 * @param {number} port 0 for any free one
 * @param {string} [host]
 * @returns {Promise<number>} the port, free a moment ago
 */
function probe(port, host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

export function freePort() {
  return probe(0);
}

/**
 * @param {number} port
 * @param {string} setting the setting to change when the port is taken
 * @param {string} [host]
 */
export async function requireFreePort(port, setting, host) {
  try {
    await probe(port, host);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === "EADDRINUSE") {
      throw new Problem(
        `Port ${port} is already in use by another program. Stop that program or set ${setting} to a free port.`,
      );
    }
    if (code === "EACCES") {
      throw new Problem(`Port ${port} may not be used by this user. Set ${setting} to a port above 1023.`);
    }
    if (code === "EADDRNOTAVAIL") {
      throw new Problem(`The address ${host} does not belong to this machine. Change HOST.`);
    }
    throw error;
  }
}

/**
 * @param {string} setting
 * @param {number} fallback
 * @returns {number}
 */
export function portSetting(setting, fallback) {
  const text = process.env[setting];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Problem(`${setting} must be a port between 1 and 65535, but is "${text}".`);
  }
  return port;
}
