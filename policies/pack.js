// The policy runner hands .ts entries to ts-node; a .js entry leaves TypeScript to Node.
import "./index.ts";
