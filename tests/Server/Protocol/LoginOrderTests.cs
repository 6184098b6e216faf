using System.Text;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Who asks hears the answer first, and then what comes of it: programs wait for just that line.</summary>
public sealed class LoginOrderTests
{
    private static string Plain(string account, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{account}\0{password}"));

    [Fact]
    public async Task Somebody_who_is_in_and_logs_in_hears_that_it_was_successful_before_anything_else()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "account-notify sasl", "#a");
        await mai.Ask("NS REGISTER tea");
        await mai.Ask("NS LOGOUT", "NICK Other");

        Assert.Equal(
            [
                "AUTHENTICATE +",
                ":irc.test 900 Other Other!mai@guest Mai :You are logged in as Mai", ":irc.test 903 Other :SASL was successful",
                ":Other!mai@guest ACCOUNT Mai",
            ],
            await mai.Ask("AUTHENTICATE PLAIN", $"AUTHENTICATE {Plain("Mai", "tea")}"));
    }

    [Fact]
    public async Task Two_who_register_at_once_over_one_connection_are_one_success_and_one_refusal()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai");
        var heard = await mai.Ask("REGISTER * * tea", "REGISTER * * coffee");
        Assert.Single(heard, line => line.Contains(" SUCCESS ", StringComparison.Ordinal));
        Assert.Single(heard, line => line.Contains(" FAIL REGISTER ALREADY_AUTHENTICATED ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_can_be_no_password_of_anybody_is_a_failure_and_a_line_too_long_is_another()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai");
        var chunk = new string('x', 400);
        Assert.Equal(
            ["AUTHENTICATE +", ":irc.test 904 Mai :No account has a password of that length"],
            await mai.Ask("AUTHENTICATE PLAIN", $"AUTHENTICATE {chunk}", $"AUTHENTICATE {chunk}", $"AUTHENTICATE {chunk}", $"AUTHENTICATE {chunk}"));
        Assert.Equal(
            ["AUTHENTICATE +", ":irc.test 905 Mai :That line is too long: 400 bytes are the most, and more goes into another one"],
            await mai.Ask("AUTHENTICATE PLAIN", $"AUTHENTICATE {chunk}x"));
    }
}
