import * as fc from "fast-check";
import { Decimal } from "../../../infra/cost/money";

/** Amounts of all magnitudes that a price or a quantity may have. */
export const amounts: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, places]) => new Decimal(digits.toString()).times(new Decimal(10).pow(-places)));
