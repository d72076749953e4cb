import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";

/** Every address that no other route knows. */
const nowhere = (request: Request): Response => problem(request, "not_found");

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({
  DELETE: nowhere,
  GET: nowhere,
  PATCH: nowhere,
  POST: nowhere,
  PUT: nowhere,
});
