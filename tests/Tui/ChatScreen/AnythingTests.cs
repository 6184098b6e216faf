using System.Text;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>Whatever is pressed, clicked, pasted, heard and resized, in whatever order, the picture is whole. Seeded, so that a failure stays.</summary>
public class AnythingTests
{
    private const int Steps = 250;

    private static readonly string[] Texts =
    [
        "hello", "Tuan: hi", "日本語 のテキスト 👋🏽", "\u001b[2J\u202E\u0007", new('x', 900), "https://example.org/a?b", "\u0002\u00034,2bold", "a\nb\nc", "", " ", "👨\u200D👩\u200D👧", "e\u0301\u0302\u0303",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_picture_is_always_whole(int seed)
    {
        var random = new Random(seed);
        var play = new TalkPlay(Furnished.Lively().Say(random.Next(60)).At(80, 24));
        var done = new StringBuilder();
        for (var i = 0; i < Steps; i++)
        {
            var message = Any(random, play.Model, i);
            done.AppendLine(message is TalkMessage.Heard ? "heard" : $"{message}");
            try
            {
                play.Update(message);
                Obey(play);
                Whole.Check(TalkView.Show(play.Model));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"after:\n{done}", e);
            }
        }
    }

    /// <summary>The chat does what the screen wants, as it does in the program.</summary>
    private static void Obey(TalkPlay play)
    {
        foreach (var wish in play.Effects.OfType<TalkEffect.Wish>())
            play.Update(new TalkMessage.Heard(NetworksUpdate.Wish(play.Model.Networks, wish.Network, wish.What).Model));
    }

    private static TalkMessage Any(Random random, TalkModel model, int step) => random.Next(10) switch
    {
        0 => new TalkMessage.Heard(Heard(random, model)),
        1 => new TalkMessage.Passed(model.Now.AddSeconds(random.Next(-1000, 1000))),
        2 => Did(new UserInput.Resized(new FrameSize(random.Next(1, 130), random.Next(1, 45))), model, step),
        3 => Did(new UserInput.Moused((MouseAction)random.Next(6), random.Next(model.Size.Columns), random.Next(model.Size.Rows), Modifiers.None), model, step),
        4 => Did(new UserInput.Pasted(Texts[random.Next(Texts.Length)]), model, step),
        5 => Did(new UserInput.Focused(random.Next(2) == 0), model, step),
        6 => Did(new UserInput.Pressed(new Key(KeyName.Letter, new Rune("aert1/ #\u65E5z"[random.Next(10)]))), model, step),
        _ => Did(new UserInput.Pressed(AnyKey(random)), model, step),
    };

    private static Key AnyKey(Random random)
    {
        var keys = TalkKeys.All[random.Next(TalkKeys.All.Count)].Keys;
        return random.Next(3) == 0 ? new Key((KeyName)random.Next(1, 27)) : keys[random.Next(keys.Count)];
    }

    private static TalkMessage.Did Did(UserInput input, TalkModel model, int step) => new(input, model.Now, (UInt128)step << 64);

    private static Networks Heard(Random random, TalkModel model)
    {
        var (chat, at) = (model.Chat, new Stamp(model.Now, random.Next(2) == 0 ? $"r{random.Next()}" : null));
        var nick = random.Next(3) switch { 0 => "An", 1 => "Tuan", _ => new string('漢', 40) };
        ChatEvent happened = random.Next(6) switch
        {
            0 => new ChatEvent.Joined(at, "#lobby", nick, false),
            1 => new ChatEvent.Quit(at, nick, "bye"),
            2 => new ChatEvent.TopicSet(at, "#lobby", nick, Texts[random.Next(Texts.Length)]),
            3 => new ChatEvent.Said(at, null, nick, "Tuan", Texts[random.Next(Texts.Length)], Manner.Message, false),
            _ => new ChatEvent.Said(at, "#lobby", nick, "#lobby", Texts[random.Next(Texts.Length)], (Manner)random.Next(2), false),
        };
        LinkState link = random.Next(4) == 0 ? new LinkState.Waiting("gone", model.Now.AddSeconds(5), 1) : new LinkState.Online();
        return NetworksUpdate.Hear(model.Networks, model.Networks.Looking, chat.Client, link, [happened], model.Now).Model;
    }
}
