// A client on irc-framework, which The Lounge stands on: bot.js HOST PORT. What is typed is said in #lobby, `history` asks for what was said
// before, `quit` ends it; what happens is printed.
const Irc = require("irc-framework");
const lines = require("readline").createInterface({ input: process.stdin });
const [host, port] = process.argv.slice(2);
const client = new Irc.Client();
const show = (...words) => console.log(words.join(" "));

client.requestCap(["draft/chathistory", "batch"]);
client.on("registered", () => client.join("#lobby"));
client.on("join", event => show("join", event.nick, event.channel, event.account || ""));
client.on("message", event => show("message", event.nick, event.batch ? event.batch.type : "", event.message));
client.on("loggedin", event => show("logged in as", event.account));
client.on("close", () => process.exit(0));
lines.on("line", line => {
  if (line === "quit") client.quit("so long");
  else if (line === "history") client.raw("CHATHISTORY", "LATEST", "#lobby", "*", "10");
  else client.say("#lobby", line);
});
client.connect({ host, port: Number(port), nick: "Tuan", username: "tuan", gecos: "Tuan", account: { account: "Tuan", password: "tea" }, auto_reconnect: false });
