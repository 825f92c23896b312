import { z } from "zod";

/** Long enough for seven words with whatever somebody puts between them. */
export const typed = (message: string) => z.string({ message }).trim().min(1, message).max(400, message);
