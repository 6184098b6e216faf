using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class ConversationTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Actor Duy = Guest(2, "Duy");
    private static readonly Actor Anh = Guest(3, "Anh") with { Account = Member(7, "anh") };
    private static readonly Actor Binh = Guest(4, "Binh") with { Account = Member(8, "Binh") };

    public static TheoryData<Actor, Actor> Pairs => new() { { Tuan, Duy }, { Tuan, Anh }, { Anh, Binh }, { Tuan, Tuan }, { Anh, Anh } };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void A_pair_is_the_same_from_both_sides(Actor one, Actor other)
    {
        var (there, back) = (Conversation.Private(one, other), Conversation.Private(other, one));
        Assert.Equal((there.First, there.Second), (back.First, back.Second));
        Assert.Equal((other, one), (there.To, back.To));
        Assert.True(there.First.CompareTo(there.Second) <= 0);
    }

    [Fact]
    public void A_member_is_known_by_their_account_whatever_they_are_called_and_a_guest_by_their_person()
    {
        Assert.Equal(new Party.Member(new AccountId(7)), Party.Of(Anh with { Nick = Nick("Other"), Id = Person(9) }));
        Assert.Equal(new Party.Guest(Person(1)), Party.Of(Tuan with { Nick = Nick("Other") }));
        Assert.NotEqual(Party.Of(Tuan), Party.Of(Guest(7, "Tuan")));
    }

    [Fact]
    public void Guests_are_before_members_and_each_has_one_place()
    {
        Party[] ordered = [Party.Of(Tuan), Party.Of(Duy), Party.Of(Anh), Party.Of(Binh)];
        for (var one = 0; one < ordered.Length; one++)
        {
            for (var other = 0; other < ordered.Length; other++)
                Assert.Equal(Math.Sign(one - other), Math.Sign(ordered[one].CompareTo(ordered[other])));
        }
    }
}
