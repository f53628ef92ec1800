import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Import direction of the house (docs/architecture.md): who may not import whom. */
const borders = [
  { folder: "config", forbidden: ["components", "policies", "lab", "offline", "airgap"] },
  { folder: "components", forbidden: ["config", "policies", "lab", "offline", "airgap"] },
  { folder: "policies", forbidden: ["config", "components", "lab", "offline", "airgap"] },
  { folder: "lab", forbidden: ["config", "components", "policies", "offline", "airgap"] },
];

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "rendered/", "coverage/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // An Output in a template literal prints "[object Promise]…": the classic Pulumi bug.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  ...borders.map(({ folder, forbidden }) => ({
    files: [`${folder}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: forbidden.map((name) => ({
            regex: `^(\\.\\./)+${name}/`,
            message: `${folder}/ never imports ${name}/`,
          })),
        },
      ],
    },
  })),
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/no-unsafe-member-access": "off" },
  },
);
