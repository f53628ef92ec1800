import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { within } from "../../reachability/cidr.ts";
import { reaches } from "../../reachability/evaluate.ts";
import { namespaceOf, policyOf } from "../../reachability/manifests.ts";
import type { Party, Pod } from "../../reachability/objects.ts";
import { selects } from "../../reachability/selector.ts";

/** Recipes that everybody knows: those of the Kubernetes documentation, read by the evaluator as people read them. */
const pod = (namespace: string, labels: Record<string, string>, ip?: string): Pod => ({
  name: Object.values(labels).join("-"),
  namespace,
  labels,
  ports: [
    { name: "http", number: 80, protocol: "TCP" },
    { name: "dns", number: 53, protocol: "UDP" },
  ],
  ip,
});
const db = pod("default", { role: "db" });
const frontend = pod("default", { role: "frontend" });
const other = pod("default", { role: "other" });
const alien = pod("alien", { role: "frontend" });
const namespaces = new Map([
  namespaceOf({ metadata: { name: "default" } }),
  namespaceOf({ metadata: { name: "alien", labels: { project: "myproject" } } }),
]);

function open(spec: Record<string, unknown>, from: Party, to: Party, port = 80, protocol = "TCP"): boolean {
  const policies = [policyOf({ metadata: { name: "p", namespace: "default" }, spec })];
  return reaches({ namespaces, policies }, from, to, port, protocol);
}

test("without a policy everybody reaches everybody", () => {
  expect(reaches({ namespaces, policies: [] }, alien, db, 80)).toBe(true);
});

describe("the default policies", () => {
  test("deny all ingress: nothing in, everything out", () => {
    const deny = { podSelector: {}, policyTypes: ["Ingress"] };
    expect([open(deny, other, db), open(deny, alien, db), open(deny, db, alien)]).toEqual([false, false, true]);
  });
  test("allow all ingress: one empty rule lets everybody in", () => {
    expect(open({ podSelector: {}, ingress: [{}], policyTypes: ["Ingress"] }, alien, db)).toBe(true);
  });
  test("deny all egress: nothing out, everything in from elsewhere", () => {
    const deny = { podSelector: {}, policyTypes: ["Egress"] };
    expect([open(deny, db, alien), open(deny, alien, db)]).toEqual([false, true]);
  });
  test("deny all", () => {
    const deny = { podSelector: {}, policyTypes: ["Ingress", "Egress"] };
    expect([open(deny, db, alien), open(deny, alien, db)]).toEqual([false, false]);
  });
});

test("the example of the documentation: who reaches the database, and what it reaches", () => {
  const example = {
    podSelector: { matchLabels: { role: "db" } },
    policyTypes: ["Ingress", "Egress"],
    ingress: [
      {
        from: [
          { ipBlock: { cidr: "172.17.0.0/16", except: ["172.17.1.0/24"] } },
          { namespaceSelector: { matchLabels: { project: "myproject" } } },
          { podSelector: { matchLabels: { role: "frontend" } } },
        ],
        ports: [{ protocol: "TCP", port: 6379 }],
      },
    ],
    egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/24" } }], ports: [{ protocol: "TCP", port: 5978 }] }],
  };
  const from = (party: Party, port = 6379) => open(example, party, db, port);
  expect([from(frontend), from(other), from(alien), from(frontend, 80)]).toEqual([true, false, true, false]);
  expect([from({ ip: "172.17.2.1" }), from({ ip: "172.17.1.1" }), from({ ip: "172.18.0.1" })]).toEqual([
    true,
    false,
    false,
  ]);
  expect(open(example, db, { ip: "10.0.0.7" }, 5978)).toBe(true);
  expect(open(example, db, { ip: "10.0.1.7" }, 5978)).toBe(false);
  expect(open(example, other, { ip: "8.8.8.8" })).toBe(true);
});

test("two selectors in one peer mean both, in two peers either", () => {
  const namespaceSelector = { matchLabels: { project: "myproject" } };
  const podSelector = { matchLabels: { role: "client" } };
  const both = { podSelector: {}, ingress: [{ from: [{ namespaceSelector, podSelector }] }] };
  const either = { podSelector: {}, ingress: [{ from: [{ namespaceSelector }, { podSelector }] }] };
  const client = pod("default", { role: "client" });
  expect([open(both, alien, db), open(both, client, db)]).toEqual([false, false]);
  expect(open(both, pod("alien", { role: "client" }), db)).toBe(true);
  expect([open(either, alien, db), open(either, client, db), open(either, other, db)]).toEqual([true, true, false]);
});

test("an empty namespace selector means every namespace, a pod selector alone only its own", () => {
  expect(open({ podSelector: {}, ingress: [{ from: [{ namespaceSelector: {} }] }] }, alien, db)).toBe(true);
  expect(open({ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] }, alien, db)).toBe(false);
});

test("a policy without types is about egress only if it has egress rules", () => {
  expect(open({ podSelector: {} }, db, alien)).toBe(true);
  expect(open({ podSelector: {}, egress: [{ to: [{ podSelector: {} }] }] }, db, alien)).toBe(false);
});

describe("ports", () => {
  const to = (ports: object[]) => ({ podSelector: {}, ingress: [{ ports }] });
  test("a number, a range, a name of the receiver, and no port for all of a protocol", () => {
    expect([80, 81].map((port) => open(to([{ port: 80 }]), other, db, port))).toEqual([true, false]);
    expect([79, 80, 90, 91].map((port) => open(to([{ port: 80, endPort: 90 }]), other, db, port))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([80, 53].map((port) => open(to([{ port: "http" }]), other, db, port))).toEqual([true, false]);
    expect(open(to([{ protocol: "UDP" }]), other, db, 53, "UDP")).toBe(true);
    expect(open(to([{ protocol: "UDP" }]), other, db, 53, "TCP")).toBe(false);
  });
  test("a name in an egress rule is looked up at the receiver, and an outsider has none", () => {
    const named = { podSelector: {}, policyTypes: ["Egress"], egress: [{ ports: [{ port: "http" }] }] };
    expect([open(named, db, alien, 80), open(named, db, alien, 81), open(named, db, { ip: "1.1.1.1" }, 80)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

test("several policies of one pod add up", () => {
  const policies = [
    { podSelector: {}, policyTypes: ["Ingress"] },
    {
      podSelector: { matchLabels: { role: "db" } },
      ingress: [{ from: [{ podSelector: { matchLabels: { role: "frontend" } } }] }],
    },
  ].map((spec) => policyOf({ metadata: { name: "p", namespace: "default" }, spec }));
  const world = { namespaces, policies };
  expect([
    reaches(world, frontend, db, 80),
    reaches(world, other, db, 80),
    reaches(world, frontend, other, 80),
  ]).toEqual([true, false, false]);
});

test("an address block holds pods too, by their address", () => {
  const spec = { podSelector: {}, policyTypes: ["Egress"], egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] };
  expect([open(spec, db, pod("alien", { role: "x" }, "10.1.2.3")), open(spec, db, alien)]).toEqual([true, false]);
});

test.each([
  [{ key: "role", operator: "In", values: ["db"] }, true],
  [{ key: "role", operator: "In", values: ["web"] }, false],
  [{ key: "role", operator: "NotIn", values: ["web"] }, true],
  [{ key: "tier", operator: "NotIn", values: ["web"] }, true],
  [{ key: "role", operator: "Exists" }, true],
  [{ key: "tier", operator: "Exists" }, false],
  [{ key: "role", operator: "DoesNotExist" }, false],
  [{ key: "tier", operator: "DoesNotExist" }, true],
])("%j on role=db: %s", (expression, expected) => {
  expect(selects({ matchExpressions: [expression] }, { role: "db" })).toBe(expected);
});

test("an address is within every block that its own leading bits make, and within no block that differs in one", () => {
  const bits = fc.array(fc.boolean(), { minLength: 32, maxLength: 32 });
  const dotted = (list: boolean[]) =>
    [0, 8, 16, 24].map((at) => list.slice(at, at + 8).reduce((n, bit) => n * 2 + Number(bit), 0)).join(".");
  fc.assert(
    fc.property(bits, fc.nat(32), fc.nat(31), (list, length, flipped) => {
      const differs = dotted(list.map((bit, at) => (at === flipped ? !bit : bit)));
      expect(within(dotted(list), `${dotted(list)}/${length}`)).toBe(true);
      expect(within(differs, `${dotted(list)}/${length}`)).toBe(flipped >= length);
    }),
  );
});

test("IPv6, with its shorthand, and never across families", () => {
  expect(within("fd00:ec2::254", "fd00:ec2::/32")).toBe(true);
  expect(within("::1", "::/0")).toBe(true);
  expect(within("2001:db8::1", "2001:db8:0:0:0:0:0:1/128")).toBe(true);
  expect(within("2001:db9::1", "2001:db8::/32")).toBe(false);
  expect([within("1.2.3.4", "::/0"), within("::1", "0.0.0.0/0")]).toEqual([false, false]);
});
