/** What the background accepts from a content script: a thread within limits, nothing else. */
import { z } from 'zod';
import { emotions, genders, registers } from './reading.ts';
import { channels, roles, threadLimits } from './thread.ts';

const short = z.string().max(500);

export const threadSchema = z.strictObject({
  desk: z.string().max(60),
  ticket: z.string().min(1).max(1_000),
  channel: z.enum(channels),
  subject: z.string().max(2_000).optional(),
  customerName: short.optional(),
  pageLang: z.string().max(60).optional(),
  messages: z
    .array(
      z.strictObject({
        id: z.string().max(1_000),
        role: z.enum(roles),
        text: z.string().max(threadLimits.characters + 100),
        author: short.optional(),
        lang: z.string().max(60).optional(),
      }),
    )
    .max(threadLimits.messages),
});

export const correctionSchema = z
  .strictObject({
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/u)
      .optional(),
    register: z.enum(registers).optional(),
    emotion: z.enum(emotions).optional(),
    intensity: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).optional(),
    customerGender: z.enum(genders).optional(),
    customerTitle: z.string().max(60).optional(),
  })
  .nullable();

export const draftSchema = z.strictObject({ draft: z.string().max(100_000), locale: z.string().max(20) });
