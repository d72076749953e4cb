/** An answer in JSON. It is kept by nobody, unless `init` says otherwise: most answers tell of one person. */
export function answer<Body>(
  body: Body,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return Response.json(body, { ...init, headers: { "Cache-Control": "no-store", ...init.headers } });
}
