// What the pages can do beyond links and forms. Everything works without it.
import { replay } from "./replay.js";
import { keys } from "./keys.js";
import { drop } from "./drop.js";

replay();
keys();
drop();
