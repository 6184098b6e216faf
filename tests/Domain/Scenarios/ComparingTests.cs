using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class ComparingTests
{
    private static readonly WorldDigest First = new(new Sequence(8), new ServerId(1), 1, 3, 4);

    [Fact]
    public void The_first_at_an_event_is_kept_and_a_newer_one_takes_its_place()
    {
        var scenario = Given().And(Compares(First));
        Assert.Equal(First, scenario.Facts.Digest);
        scenario.And(Compares(First with { At = new Sequence(16), High = 9 }));
        Assert.Equal(new Sequence(16), scenario.Facts.Digest.Map(digest => digest.At));
        scenario.When(Compares(First)).ThenNothing();
    }

    [Fact]
    public void Another_server_finds_the_same_or_is_told_that_it_differs() => Given().And(Compares(First))
        .When(Compares(First with { By = new ServerId(2) })).ThenNothing()
        .When(Compares(First with { By = new ServerId(2), Low = 5 })).ThenRefused(new Refusal.WorldsDiffer(First));

    [Fact]
    public void Bytes_of_another_format_say_nothing() => Given().And(Compares(First))
        .When(Compares(First with { Format = 2, High = 7 })).ThenNothing();

    private static Request Compares(WorldDigest digest) => ByNobody(new Command.CompareWorld(digest));
}
