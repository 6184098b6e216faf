using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Tests;
using ChatRoom.Server.Sessions;

namespace ChatRoom.Server.Tests.Sessions;

/// <summary>Who was here lately is bounded, and what is forgotten is forgotten there too.</summary>
public sealed class RecollectionTests
{
    private readonly Recollection _lately = new();

    [Fact]
    public void The_oldest_are_forgotten_and_no_more_than_so_many_are_known()
    {
        for (var i = 0; i < Limits.Formers + 5; i++)
            _lately.Note(Sample.At(i + 1, new Event.Departed(Option<ConnectionId>.None, Sample.Tuan with { Nick = Sample.Nick($"n{i}") }, CloseReason.Quit, "")), World.Empty);

        Assert.Equal(Limits.Formers, Enumerable.Range(0, Limits.Formers + 5).Sum(i => _lately.Of($"n{i}").Count()));
        Assert.Empty(_lately.Of("n4"));
        Assert.Single(_lately.Of("N5"));
    }

    [Fact]
    public void A_real_name_that_is_forgotten_is_gone()
    {
        var before = ChatRoom.Domain.Rules.StateMachine.Apply(World.Empty, Sample.At(1, new Event.Connected(Sample.Connection(1), Sample.Tuan, "Tuan himself"))).World;
        _lately.Note(Sample.At(2, new Event.Departed(Sample.Connection(1), Sample.Tuan, CloseReason.Quit, "")), before);
        Assert.Equal("Tuan himself", _lately.Of("tuan").Single().RealName.Text);

        _lately.Note(Sample.At(3, new Event.Forgotten(new Forgetting([new SequenceRange(new Sequence(1), new Sequence(1))], Option<RoomId>.None))), before);
        Assert.Equal("", _lately.Of("tuan").Single().RealName.Text);
    }
}
