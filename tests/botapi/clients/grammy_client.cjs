// The bot in grammY.
const http = require("node:http");
const { Bot, GrammyError, InlineKeyboard, InputFile, webhookCallback } = require("grammy");

const { API, TOKEN, MODE, SECRET } = process.env;
const bot = new Bot(TOKEN, { client: { apiRoot: API } });
const menu = new InlineKeyboard().text("One", "menu:1").text("Two", "menu:2");
const back = new InlineKeyboard().text("Back", "back");

async function told(context, call) {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    const wait = error.parameters.retry_after;
    await context.reply(wait === undefined ? error.description : `wait ${wait}`);
  }
}

bot.command("start", (context) =>
  context.reply(`Welcome ${context.from.language_code}${context.match ? ` from ${context.match}` : ""}`, {
    reply_markup: menu,
  }),
);
bot.callbackQuery(/^menu:(.*)$/, async (context) => {
  await context.answerCallbackQuery(`You chose ${context.match[1]}`);
  await context.editMessageText(`Chosen: ${context.match[1]}`, { reply_markup: back });
});
bot.callbackQuery("back", async (context) => {
  await context.answerCallbackQuery({ text: "Back again", show_alert: true });
  await context.editMessageText("Welcome back", { reply_markup: menu });
});
bot.hears("html", (context) =>
  context.reply("<b>bold</b> &amp; <i>1 &lt; 2</i>", {
    parse_mode: "HTML",
    reply_parameters: { message_id: context.msg.message_id },
  }),
);
bot.hears("broken", (context) => told(context, () => context.reply("<b>oops", { parse_mode: "HTML" })));
bot.hears("same", async (context) => {
  const sent = await context.reply("first");
  await told(context, () => context.api.editMessageText(context.chat.id, sent.message_id, "first"));
});
bot.hears("file", (context) =>
  context.replyWithDocument(new InputFile(Buffer.from("hello"), "notes.txt"), { caption: "Notes" }),
);
bot.on(":document", async (context) => {
  const file = await context.getFile();
  const response = await fetch(`${API}/file/bot${TOKEN}/${file.file_path}`);
  await context.reply(`received ${await response.text()}`);
});
bot.hears("typing", async (context) => {
  await context.replyWithChatAction("typing");
  await context.reply("typed");
});
bot.hears("commands", async (context) => {
  await context.api.setMyCommands([{ command: "start", description: "Begin" }]);
  await context.api.setMyCommands([{ command: "start", description: "开始" }], { language_code: "zh" });
  const [command] = await context.api.getMyCommands({ language_code: "zh" });
  await context.reply(`/${command.command} ${command.description}`);
});
bot.hears("wait", (context) => told(context, () => context.reply("not yet")));
bot.hears("delete", async (context) => {
  const sent = await context.reply("gone soon");
  await context.api.deleteMessage(context.chat.id, sent.message_id);
  await context.reply("deleted");
});
bot.on(":text", (context) => context.reply(context.msg.text));

if (MODE === "poll") {
  bot.start();
} else {
  const server = http.createServer(webhookCallback(bot, "http", { secretToken: SECRET }));
  server.listen(0, "127.0.0.1", () =>
    bot.api.setWebhook(`http://127.0.0.1:${server.address().port}/hook`, { secret_token: SECRET }),
  );
}
