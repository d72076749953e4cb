import { appointmentFile } from "@/app/api/download";
import { api } from "@/app/api/endpoint";
import { calendarFile } from "@/lib/notifications/appointment/queries";

type Params = { token: string };

const show = (request: Request, { token }: Params) => appointmentFile(request, token, calendarFile);

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ GET: show }, { limit: "token" });
