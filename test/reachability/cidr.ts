/** Whether an address is in a block: the same leading bits. Addresses of the other family never are. */
export function within(ip: string, cidr: string): boolean {
  const [network = "", prefix = ""] = cidr.split("/");
  const [one, other] = [bitsOf(ip), bitsOf(network)];
  return one.length === other.length && one.slice(0, Number(prefix)) === other.slice(0, Number(prefix));
}

function bitsOf(ip: string): string {
  if (!ip.includes(":"))
    return ip
      .split(".")
      .map((part) => binary(Number(part), 8))
      .join("");
  const [head = "", tail] = ip.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [left, right] = [groups(head), groups(tail ?? "")];
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].map((group) => binary(parseInt(group, 16), 16)).join("");
}

function binary(value: number, width: number): string {
  return value.toString(2).padStart(width, "0");
}
