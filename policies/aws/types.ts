/** Type token of the AWS provider: `aws:ecr/repository:Repository`. */
export function aws(module: string, name: string): string {
  return `aws:${module}/${name[0]?.toLowerCase()}${name.slice(1)}:${name}`;
}

/** The same of S3 under the names of both majors of the provider: 7 dropped the V2 that 6 had given them. */
export function s3(name: string): readonly string[] {
  return [aws("s3", name), aws("s3", `${name}V2`)];
}
