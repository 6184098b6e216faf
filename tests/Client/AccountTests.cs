using System.Text;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

/// <summary>Who wants an account comes in with it, or not at all.</summary>
public class AccountTests
{
    private static readonly string[] Negotiated = [":s CAP * LS :sasl=EXTERNAL,PLAIN", ":s CAP * ACK :sasl"];

    [Fact]
    public void The_account_is_proved_before_the_negotiation_ends()
    {
        var client = Wanting("secret").Hear([.. Negotiated, "AUTHENTICATE +", ":s 900 * Tuan!t@h tuan :You are logged in", ":s 903 * :Success"]);

        var proof = Convert.ToBase64String(Encoding.UTF8.GetBytes("\0tuan\0secret"));
        Assert.Equal(["CAP REQ sasl", "AUTHENTICATE PLAIN", $"AUTHENTICATE {proof}", "CAP END"], client.Sent);
    }

    [Fact]
    public void Who_has_no_password_proves_it_with_a_certificate()
    {
        var client = Wanting(null).Hear([.. Negotiated, "AUTHENTICATE +"]);

        Assert.Equal(["CAP REQ sasl", "AUTHENTICATE EXTERNAL", "AUTHENTICATE dHVhbg=="], client.Sent);
    }

    [Fact]
    public void Who_names_no_account_has_the_one_of_their_certificate()
    {
        var client = Wanting(null, "").Hear([.. Negotiated, "AUTHENTICATE +"]);

        Assert.Equal(["CAP REQ sasl", "AUTHENTICATE EXTERNAL", "AUTHENTICATE +"], client.Sent);
    }

    [Theory]
    [InlineData(294, new[] { 400, 1 })]
    [InlineData(295, new[] { 400, 4 })]
    [InlineData(594, new[] { 400, 400, 1 })]
    public void A_long_proof_is_sent_in_pieces_and_a_whole_last_one_is_ended(int password, int[] pieces)
    {
        var client = Wanting(new string('x', password)).Hear(Negotiated).Forget().Hear("AUTHENTICATE +");

        Assert.Equal(pieces, client.Sent.Select(line => line.Length - "AUTHENTICATE ".Length));
    }

    [Theory]
    [InlineData(":s 904 * :SASL authentication failed", "the account or its password is wrong: SASL authentication failed")]
    [InlineData(":s 902 * :You must use a nick assigned to you", "the account or its password is wrong: You must use a nick assigned to you")]
    [InlineData(":s 908 * SCRAM-SHA-256 :are available", "it lets accounts be proved by SCRAM-SHA-256 only")]
    public void A_refusal_ends_it(string refusal, string reason) => Assert.Equal(
        new Ending.AccountRefused("tuan", reason), Wanting("wrong").Hear([.. Negotiated, "AUTHENTICATE +", refusal, ":s 906 * :Aborted"]).Ending);

    [Theory]
    [InlineData(":s CAP * LS :echo-message", "it has no accounts that a client could prove (SASL); join without one")]
    [InlineData(":s 001 Tuan :Welcome", "it has no accounts that a client could prove (SASL); join without one")]
    [InlineData(":s CAP * LS :sasl=SCRAM-SHA-256", "it lets accounts be proved by SCRAM-SHA-256, and not by PLAIN")]
    public void A_server_that_proves_no_accounts_is_not_joined_without_one(string line, string reason)
    {
        var client = Wanting("secret").Hear(line);

        Assert.Equal(new Ending.AccountRefused("tuan", reason), client.Ending);
        Assert.Empty(client.Sent);
    }

    [Fact]
    public void Who_wants_none_asks_for_none() =>
        Assert.Equal(["CAP END"], Conversation.Registering().Hear(":s CAP * LS :sasl=PLAIN").Sent);

    [Fact]
    public void A_password_is_not_printed_with_its_account() =>
        Assert.DoesNotContain("secret", $"{Wanting("secret").Model.Settings}", StringComparison.Ordinal);

    private static Conversation Wanting(string? password, string account = "tuan") => Conversation
        .Of(Conversation.New().Model.Settings with { Account = new Account(account, password) })
        .When(new ClientMessage.Opened(Conversation.Now)).Forget();

    [Fact]
    public void The_server_says_whom_it_takes_us_for()
    {
        var chat = Chatting.InRoom("draft/account-registration").Wish(new ChatRoom.Client.Chat.ChatWish.Command("#lobby", ChatRoom.Irc.Message.Of("REGISTER", "*", "*", "opensesame")));
        chat.Hear(":s REGISTER SUCCESS Tuan :Welcome", ":s 900 Tuan Tuan!t@h Tuan :You are now logged in as Tuan");

        Assert.Equal(["info: Welcome", "info: You are now logged in as Tuan"], chat.Read().TakeLast(2));
        Assert.Equal("Tuan", chat.Model.Client.LoggedInAs);
        Assert.Null(chat.Hear(":s 901 Tuan Tuan!t@h :You are now logged out").Model.Client.LoggedInAs);
    }
}
