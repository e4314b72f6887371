import { openInputs } from "../../infra/cli/inputs";
import { recordHere, recordInThreads, recorderFor } from "../../infra/cli/record-stacks";

// A thread transpiles the program when nothing is cached yet.
jest.setTimeout(60_000);

const inputs = openInputs();
const stack = (name: string) => inputs.resolve(name, "prod");

describe("threads", () => {
  const recorder = recordInThreads(2);
  afterAll(() => recorder.close());

  test("record what this thread records, whatever comes between", async () => {
    const names = ["dupont", "prod", "petit", "prod.dupont.meylan", "dupont"];
    const recordAll = ({ record }: Pick<typeof recorder, "record">) =>
      Promise.all(names.map((name) => record(stack(name), inputs.of(stack(name)))));
    expect(await recordAll(recorder)).toEqual(await recordAll(recordHere()));
  });

  test("rejects as this thread does, and goes on", async () => {
    const ofAnother = inputs.of(stack("petit"));
    await expect(recorder.record(stack("dupont"), ofAnother)).rejects.toThrow("not of this firm");
    expect(await recorder.record(stack("petit"), ofAnother)).not.toHaveLength(0);
  });
});

test("rejects what a thread was asked for and did not live to answer", async () => {
  const recorder = recordInThreads(1);
  const recording = recorder.record(stack("petit"), inputs.of(stack("petit")));
  const [answer] = await Promise.allSettled([recording, recorder.close()]);
  expect(answer).toMatchObject({
    status: "rejected",
    reason: { message: expect.stringContaining("has ended") },
  });
});

test.each([
  [1, 2, 1],
  [39, 2, 1],
  [40, 2, 4],
  [1000, 1, 1],
  [1000, 64, 8],
])("%i stacks on %i cores are recorded %i at a time", async (stacks, cores, atOnce) => {
  const recorder = recorderFor(stacks, cores);
  await recorder.close();
  expect(recorder.atOnce).toBe(atOnce);
});
