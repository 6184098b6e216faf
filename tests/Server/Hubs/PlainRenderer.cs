using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>A renderer of no language: it says what it is given, and counts how often it rendered an event.</summary>
internal sealed class PlainRenderer : ILineRenderer
{
    private readonly LineWriter _lines = new();

    /// <summary>The bits on which every event depends here.</summary>
    public ulong Depends { get; init; }

    public List<ulong> Rendered { get; } = [];

    public Slice Say(string lines)
    {
        var start = _lines.Length;
        _lines.Whole(Encoding.UTF8.GetBytes(lines));
        return new Slice(start, _lines.Length - start);
    }

    public void Clear() => _lines.Clear();

    public void Note(Recorded what, World before)
    {
    }

    public ReadOnlySpan<byte> Read(Slice slice) => _lines.Span(slice.Start)[..slice.Length];

    public ulong Cares(Event happened) => Depends;

    public Slice Tell(Recorded what, ulong variant, World world)
    {
        Rendered.Add(variant);
        return Say($"{what.Sequence.Number} for {variant}\r\n");
    }

    public Slice TellOne(LocalConnection connection, Recorded what, World world) => throw NotHere();

    public Slice Reply(LocalConnection connection, Question question, World world) => throw NotHere();

    public Answer Answer(LocalConnection connection, Question question, World world) => throw NotHere();

    public Answer United(LocalConnection connection, World world, Effect.Unite unite, bool wasGuest) => throw NotHere();

    public Answer? FollowUp(LocalConnection connection, World world, Recorded what) => throw NotHere();

    public Slice Presence(LocalConnection connection, World world, Actor who, bool isHere) => throw NotHere();

    public Slice Refuse(LocalConnection connection, World world, Command command, Refusal refusal) => throw NotHere();

    public Slice NotKept(LocalConnection connection, World world, Command command, string why) => throw NotHere();

    public Answer Again(LocalConnection connection, Sequence first) => throw NotHere();

    public Slice Farewell(Ending end) => throw NotHere();

    public void Label(string label, List<OutboxItem> items) => throw NotHere();

    private static InvalidOperationException NotHere() => new("Nobody asks this voice for that.");
}
