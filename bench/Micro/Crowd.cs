using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Bench.Micro;

/// <summary>A world with one room, and so many people in it.</summary>
public sealed class Crowd
{
    private static readonly ServerId Server = new(1);

    private readonly List<Step> _steps = [];

    public Crowd(int people)
    {
        Take(new Request(Origin.Nobody, new Timestamp(1_795_000_000_000), new Command.StartServer(1, IsAlone: true)));
        for (var number = 1; number <= people; number++)
        {
            Take(number, new Command.Connect(NickOf(number), "user", "guest", "A person"));
            Take(number, new Command.Join(Room));
        }
    }

    public static RoomName Room { get; } = RoomName.Parse("#lobby").Match(name => name, fault => throw new FormatException($"{fault}"));

    public World World { get; private set; } = World.Empty;

    /// <summary>Everything that happened until the world was so.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    public static Nick NickOf(int number) =>
        Nick.Parse($"person{number}").Match(nick => nick, fault => throw new FormatException($"{fault}"));

    public static Request From(int number, Command command) => new(Origin.Of(Connection(number)), new Timestamp(1_795_000_000_000 + number), command);

    public static ConnectionId Connection(int number) => new(Server, number);

    public static Command Say() => new Command.Say(
        new Target.ToRoom(Room, Audience.Everyone), SayKind.Message, default, default, Body.Text("Hello, Duy! Have you seen what they wrote?"));

    private void Take(int number, Command command) => Take(From(number, command));

    private void Take(Request request)
    {
        var step = StateMachine.Take(World, Facts.None, request);
        _steps.Add(step);
        World = step.World;
    }
}
