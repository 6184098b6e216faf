using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>A screen that somebody uses: keys and clicks go in, what is shown and wanted is remembered.</summary>
public sealed class TalkPlay(TalkModel model)
{
    private UInt128 _id = 1000;

    public TalkModel Model { get; private set; } = model;

    public ImmutableList<TalkEffect> Effects { get; private set; } = [];

    /// <summary>What the person wants; where they read is told by itself.</summary>
    public IEnumerable<ChatWish> Wishes => Effects.OfType<TalkEffect.Wish>().Select(effect => effect.What).Where(wish => wish is not ChatWish.ReadAt);

    public string Text => TalkView.Show(Model).ToText();

    public string[] Rows => Text.Split('\n');

    /// <summary>The rows of the messages, without what stands beside them.</summary>
    public string[] Messages
    {
        get
        {
            var area = TalkLayout.Of(Model).Messages;
            return [.. Rows.Skip(area.Y).Take(area.Height).Select(row => row.Length > area.X ? row[area.X..] : "")];
        }
    }

    public TalkPlay Press(params ReadOnlySpan<Key> keys)
    {
        foreach (var key in keys)
            Do(new UserInput.Pressed(key));
        return this;
    }

    public TalkPlay Press(KeyName name, Modifiers modifiers = Modifiers.None) => Press(new Key(name, Modifiers: modifiers));

    public TalkPlay Ctrl(char letter) => Press(Key.Of(letter, Modifiers.Ctrl));

    public TalkPlay Alt(char letter) => Press(Key.Of(letter, Modifiers.Alt));

    public TalkPlay Type(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            Press(new Key(KeyName.Letter, rune));
        return this;
    }

    public TalkPlay Resize(int columns, int rows) => Do(new UserInput.Resized(new FrameSize(columns, rows)));

    public TalkPlay Wheel(int x, int y, MouseAction action) => Do(new UserInput.Moused(action, x, y, Modifiers.None));

    /// <summary>Clicks where this text is first seen.</summary>
    public TalkPlay Click(string text)
    {
        var y = Array.FindIndex(Rows, row => row.Contains(text, StringComparison.Ordinal));
        Assert.True(y >= 0, $"'{text}' is not on the screen:\n{Text}");
        var x = TextWidth.Of(Rows[y][..Rows[y].IndexOf(text, StringComparison.Ordinal)]);
        return Do(new UserInput.Moused(MouseAction.Press, x, y, Modifiers.None));
    }

    public TalkPlay Do(UserInput input) => Update(new TalkMessage.Did(input, Model.Now, _id++));

    public TalkPlay Hear(ChatModel chat) => Update(new TalkMessage.Heard(Model.Networks.With(Model.Networks.Current with { Chat = chat })));

    public TalkPlay Hear(Func<Conversation, Conversation> change)
    {
        var chat = Model.Chat;
        return Hear(chat with { Conversations = chat.Conversations.Replace(chat.Current, change(chat.Current)) });
    }

    public TalkPlay Update(TalkMessage message)
    {
        (Model, Effects) = TalkUpdate.Update(Model, message);
        return this;
    }
}
