import { expect, test } from "vitest";
import { ApiError, UnreachableError } from "../../../../../lab/plugins/kubernetes/errors.ts";
import { patient } from "../../../../../lab/plugins/kubernetes/patience.ts";

/** An API server that fails with these, one after the other, before it answers. */
function failing(...failures: Error[]) {
  let asked = 0;
  const send = patient(() => {
    asked += 1;
    const failure = failures[asked - 1];
    return failure ? Promise.reject(failure) : Promise.resolve({ body: "answer", warnings: [] });
  }, [1, 1]);
  return { send, asked: () => asked };
}
const restarting = [new UnreachableError("refused"), new ApiError({ code: 503 })];

test("asks again while an API server restarts", async () => {
  const { send } = failing(...restarting);
  await expect(send({ method: "PATCH", path: "/" })).resolves.toMatchObject({ body: "answer" });
});

test("gives up after the last pause, and at once on a refusal", async () => {
  await expect(
    failing(...restarting, new UnreachableError("still")).send({ method: "GET", path: "/" }),
  ).rejects.toThrow("still");
  const refused = failing(new ApiError({ code: 422, message: "invalid" }));
  await expect(refused.send({ method: "GET", path: "/" })).rejects.toThrow("invalid");
  expect(refused.asked()).toBe(1);
});

test("does not have the server make a name twice", async () => {
  const { send, asked } = failing(...restarting);
  await expect(send({ method: "POST", path: "/" })).rejects.toThrow("refused");
  expect(asked()).toBe(1);
});
