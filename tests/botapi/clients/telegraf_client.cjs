// The bot in telegraf.
const http = require("node:http");
const { Input, Markup, Telegraf, TelegramError } = require("telegraf");
const { message } = require("telegraf/filters");

const { API, TOKEN, MODE, SECRET } = process.env;
const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API } });
const menu = Markup.inlineKeyboard([Markup.button.callback("One", "menu:1"), Markup.button.callback("Two", "menu:2")]);
const back = Markup.inlineKeyboard([Markup.button.callback("Back", "back")]);

async function told(context, call) {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof TelegramError)) throw error;
    const wait = error.parameters?.retry_after;
    await context.reply(wait === undefined ? error.description : `wait ${wait}`);
  }
}

bot.start((context) =>
  context.reply(`Welcome ${context.from.language_code}${context.payload ? ` from ${context.payload}` : ""}`, menu),
);
bot.action(/^menu:(.*)$/, async (context) => {
  await context.answerCbQuery(`You chose ${context.match[1]}`);
  await context.editMessageText(`Chosen: ${context.match[1]}`, back);
});
bot.action("back", async (context) => {
  await context.answerCbQuery("Back again", { show_alert: true });
  await context.editMessageText("Welcome back", menu);
});
bot.hears("html", (context) =>
  context.replyWithHTML("<b>bold</b> &amp; <i>1 &lt; 2</i>", {
    reply_parameters: { message_id: context.message.message_id },
  }),
);
bot.hears("broken", (context) => told(context, () => context.replyWithHTML("<b>oops")));
bot.hears("same", async (context) => {
  const sent = await context.reply("first");
  await told(context, () => context.telegram.editMessageText(context.chat.id, sent.message_id, undefined, "first"));
});
bot.hears("file", (context) =>
  context.replyWithDocument(Input.fromBuffer(Buffer.from("hello"), "notes.txt"), { caption: "Notes" }),
);
bot.on(message("document"), async (context) => {
  const link = await context.telegram.getFileLink(context.message.document.file_id);
  const response = await fetch(link);
  await context.reply(`received ${await response.text()}`);
});
bot.hears("typing", async (context) => {
  await context.sendChatAction("typing");
  await context.reply("typed");
});
bot.hears("commands", async (context) => {
  await context.telegram.setMyCommands([{ command: "start", description: "Begin" }]);
  await context.telegram.setMyCommands([{ command: "start", description: "开始" }], { language_code: "zh" });
  const [command] = await context.telegram.getMyCommands({ language_code: "zh" });
  await context.reply(`/${command.command} ${command.description}`);
});
bot.hears("wait", (context) => told(context, () => context.reply("not yet")));
bot.hears("delete", async (context) => {
  const sent = await context.reply("gone soon");
  await context.deleteMessage(sent.message_id);
  await context.reply("deleted");
});
bot.on(message("text"), (context) => context.reply(context.message.text));

if (MODE === "poll") {
  bot.launch();
} else {
  const server = http.createServer(bot.webhookCallback("/hook", { secretToken: SECRET }));
  server.listen(0, "127.0.0.1", () =>
    bot.telegram.setWebhook(`http://127.0.0.1:${server.address().port}/hook`, { secret_token: SECRET }),
  );
}
