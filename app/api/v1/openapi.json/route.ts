import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { openApiDocument } from "@/app/api/openapi/document";

export const dynamic = "force-dynamic";

const show = () => answer(openApiDocument(), { headers: { "Cache-Control": "public, max-age=300" } });

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: show });
