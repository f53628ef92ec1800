import { compiledImage, compiledVersion } from "./compiled.ts";

/** The cluster's DNS server. */
export const coredns = compiledImage("coredns", {
  repository: "coredns/coredns",
  tag: compiledVersion("coredns", "github.com/coredns/coredns"),
});
