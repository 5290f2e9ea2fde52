// Fields that several schemas share.
import {z} from 'zod'

/** Some text, without white space around it. */
export const text = z.string().trim().min(1).meta({pattern: '\\S'})

/** Text that YAML may take for a number: `45`, `1.10`. */
export const scalar = z.union([text, z.number().transform(String)])

/** One text or a list of them. */
export const strings = z.union([text.transform((value) => [value]), z.array(text)])

/** Names in an order, each once. */
export const order = z
  .array(text)
  .superRefine((names, context) => {
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) < index) {
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `\`${name}\` is listed before, expected each name once`
        })
      }
    }
  })
  .meta({uniqueItems: true})

/** A date as EDTF (ISO 8601-2): `1952-09-04`, `1952-09`, `1952~`. YAML's own dates are taken as written. */
export const date = z.union([text, z.number().int().transform(String)], {
  error: 'expected a date such as 1952-09-04 or 1952'
})
