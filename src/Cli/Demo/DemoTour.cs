using ChatRoom.Tui.Input;

namespace ChatRoom.Cli.Demo;

/// <summary>What happens in the demo by itself, in some two minutes: everything that a person would otherwise have to find out.</summary>
internal static class DemoTour
{
    private const string Lobby = DemoScript.Lobby;

    private const string Garden = DemoScript.Garden;

    private const string Music = DemoScript.Music;

    public static IReadOnlyList<DemoStep> StepsFor(string nick) =>
    [
        new DemoStep.Waits(1.5),
        new DemoStep.Says(DemoScript.Tuan, Lobby, $"Welcome, {nick}! For two minutes the keys press themselves. Press any key to take over; Ctrl+Q leaves."),
        new DemoStep.Waits(3),
        .. Said("Hello everybody! :wave"), Tab, Enter,
        new DemoStep.Waits(1),
        new DemoStep.Reacts(DemoScript.Lan, "\U0001F44B"),
        new DemoStep.Answers(DemoScript.Duy, $"Hello, {nick}! Nice to see you."),
        new DemoStep.Waits(2.5),
        .. Rooms(nick),
        .. Alone(nick),
        .. Search,
        .. Break,
        .. Farewell(nick),
    ];

    /// <summary>Three rooms, what is new in them, and being named.</summary>
    private static DemoStep[] Rooms(string nick) =>
    [
        .. Said($"/join {Garden}"), Enter,
        new DemoStep.Waits(2.5),
        .. Said($"/join {Music}"), Enter,
        new DemoStep.Waits(2.5),
        new DemoStep.Says(DemoScript.Duy, Garden, "The tomatoes are red. All of them, at once."),
        new DemoStep.Waits(1.2),
        new DemoStep.Says(DemoScript.Tuan, Garden, "Then it is soup for a week."),
        new DemoStep.Waits(1.5),
        new DemoStep.Says(DemoScript.Lan, Lobby, $"{nick}: tea or coffee?"),
        new DemoStep.Waits(2.5),
        // The room where one was named comes first.
        Alt('a'),
        new DemoStep.Waits(2.5),
        .. Said("/reply Tea, please."), Enter,
        new DemoStep.Waits(1.2),
        new DemoStep.Reacts(DemoScript.Lan, "❤️"),
        new DemoStep.Waits(0.6),
        new DemoStep.Reacts(DemoScript.Duy, "❤️"),
        new DemoStep.Waits(0.6),
        new DemoStep.Reacts(DemoScript.Tuan, "\U0001F602"),
        new DemoStep.Waits(2.5),
        Alt('a'),
        new DemoStep.Waits(3),
    ];

    /// <summary>A private message.</summary>
    private static DemoStep[] Alone(string nick) =>
    [
        new DemoStep.Says(DemoScript.Duy, null, $"psst, {nick}: the cake for Tuan is in the kitchen, at five"),
        new DemoStep.Waits(2.5),
        Alt('a'),
        new DemoStep.Waits(2),
        .. Said("I'll be there. Nobody else can read this?"), Enter,
        new DemoStep.Waits(1.5),
        new DemoStep.Says(DemoScript.Duy, null, "Only the two of us."),
        new DemoStep.Waits(3),
    ];

    private static DemoStep[] Search =>
    [
        Ctrl('k'), new DemoStep.Waits(1.2), .. Said("lob"), new DemoStep.Waits(1), Enter,
        new DemoStep.Waits(1.5),
        Ctrl('f'), new DemoStep.Waits(1), .. Said("plug"), new DemoStep.Waits(1.5), Enter,
        new DemoStep.Waits(3),
        new DemoStep.Presses(new Key(KeyName.End, Modifiers: Modifiers.Ctrl)),
        new DemoStep.Presses(new Key(KeyName.Escape)),
        new DemoStep.Waits(1),
        new DemoStep.Says(DemoScript.Tuan, Lobby, "And now somebody trips over the cable…"),
        new DemoStep.Waits(2.5),
    ];

    private static DemoStep[] Break =>
    [
        new DemoStep.Breaks(2.5),
        new DemoStep.Waits(0.8),
        .. Said("Can you hear me?"), Enter,
        new DemoStep.Says(DemoScript.Lan, Lobby, "It comes back by itself, and asks what it missed. This line was said while it was away."),
        new DemoStep.Waits(7),
        new DemoStep.Answers(DemoScript.Tuan, "Yes: it was said once the connection was back, and once only."),
        new DemoStep.Waits(4),
    ];

    private static DemoStep[] Farewell(string nick) =>
    [
        new DemoStep.Presses(new Key(KeyName.F1)),
        new DemoStep.Waits(4),
        new DemoStep.Presses(new Key(KeyName.Escape)),
        new DemoStep.Waits(1),
        new DemoStep.Says(DemoScript.Duy, Lobby, $"That was it. The keys are yours, {nick}: say something, we answer. Ctrl+Q leaves."),
        new DemoStep.Waits(4),
    ];

    private static DemoStep.Presses Enter { get; } = new(new Key(KeyName.Enter));

    private static DemoStep.Presses Tab { get; } = new(new Key(KeyName.Tab));

    private static DemoStep.Presses Alt(char letter) => new(Key.Of(letter, Modifiers.Alt));

    private static DemoStep.Presses Ctrl(char letter) => new(Key.Of(letter, Modifiers.Ctrl));

    private static DemoStep[] Said(string text) => [new DemoStep.Types(text), new DemoStep.Waits(0.5)];
}
