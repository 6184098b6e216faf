using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Tests;

/// <summary>Where people are reached lies beside the journal, as a fact, and with who waits for an account.</summary>
public sealed class MailFactTests
{
    [Theory]
    [InlineData("mai@example.org")]
    [InlineData("trời@ví-dụ.vn")]
    [InlineData(null)]
    public void An_address_comes_back_as_it_was_stored(string? address)
    {
        var fact = new Fact.Mail(new AccountId(7), address is null ? Option<string>.None : address);
        Assert.Equal(fact, FactKinds.Read(FactKinds.Store(fact)));
    }
}
