using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Operators on the wire: OPER as modern.ircdocs.horse describes it, and who may make others.</summary>
public sealed class OperatorTests
{
    [Fact]
    public async Task Who_proves_an_operators_account_is_one_and_everybody_can_see_it()
    {
        await using var server = TestServer.Start();
        await server.AddAccount("Mai", Powers.Kill | Powers.Ban);
        var duy = await server.Connect("Duy");
        Assert.Equal(
            [":irc.test MODE Duy +o", ":irc.test 381 Duy :You are an operator of this server with these rights: kill, ban"], await duy.Ask("OPER mai tea"));
        Assert.Equal([":irc.test 221 Duy +io"], await duy.Ask("MODE Duy"));
        var anh = await server.Connect("Anh");
        Assert.Contains(":irc.test 313 Anh Duy :is an operator of this server", await anh.Ask("WHOIS Duy"));
        Assert.Equal(":irc.test 352 Anh * duy guest irc.test Duy H* :0 Duy himself", (await anh.Ask("WHO Duy"))[0]);
        Assert.Contains(":irc.test 252 Anh 1 :operators online", await anh.Ask("LUSERS"));
        Assert.Equal([":irc.test 381 Duy :You are an operator of this server with these rights: kill, ban"], await duy.Ask("OPER mai tea"));
        Assert.Equal([":irc.test MODE Duy -o"], await duy.Ask("MODE Duy -o"));
        Assert.DoesNotContain(await anh.Ask("WHOIS Duy"), line => line.Contains(" 313 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OPER", ":irc.test 461 Duy OPER :This command needs 2 parameters or more, and got 0")]
    [InlineData("OPER Mai", ":irc.test 461 Duy OPER :This command needs 2 parameters or more, and got 1")]
    [InlineData("OPER Mai coffee", ":irc.test 464 Duy :The account or its password is wrong")]
    [InlineData("OPER Nobody tea", ":irc.test 464 Duy :The account or its password is wrong")]
    [InlineData("OPER Duy tea", ":irc.test 491 Duy :Duy is no operator of this server")]
    [InlineData("MODE Duy +o", ":irc.test 221 Duy +i")]
    [InlineData("GRANT Duy kill", ":irc.test 481 Duy :Permission denied: that is for operators of this server, who say OPER first")]
    [InlineData("GRANT Duy everything", ":irc.test FAIL GRANT INVALID_PARAMS everything :The rights of operators are kill, ban, addresses, rooms, announce, reload, accounts, grant, or all: GRANT account right,right")]
    [InlineData("REVOKE 9 kill", ":irc.test FAIL REVOKE ACCOUNT_UNKNOWN 9 :There is no such account")]
    public async Task What_makes_nobody_an_operator_is_said(string line, string answer)
    {
        await using var server = TestServer.Start();
        await server.AddAccount("Mai", Powers.All);
        await server.AddAccount("Duy");
        var duy = await server.Connect("Dora");
        Assert.Equal([answer.Replace(" Duy :", " Dora :", StringComparison.Ordinal).Replace(" Duy OPER", " Dora OPER", StringComparison.Ordinal).Replace("221 Duy", "221 Dora", StringComparison.Ordinal)],
            await duy.Ask(line.Replace("MODE Duy", "MODE Dora", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_operator_makes_another_one()
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.All);
        await server.AddAccount("Mai");
        Assert.Equal([":irc.test NOTICE Tuan :Mai is an operator of this server with these rights: kill, reload"], await tuan.Ask("GRANT mai kill,reload"));
        var mai = await server.Connect("Anh");
        await mai.Ask("OPER Mai tea");
        Assert.Equal([":irc.test 723 Anh grant :You are an operator without this right"], await mai.Ask("GRANT Mai"));
        Assert.Equal([":irc.test NOTICE Tuan :Mai is no operator of this server any more"], await tuan.Ask("REVOKE Mai"));
        Assert.Equal([":irc.test MODE Anh -o"], await mai.Heard());
        Assert.Equal([":irc.test FAIL REVOKE LAST_OPERATOR Tuan_ :Tuan_ is the last who can make operators here: make another one first"], await tuan.Ask("REVOKE Tuan_"));
    }

    [Fact]
    public async Task Who_knows_the_code_that_was_printed_is_the_first_operator()
    {
        await using var server = TestServer.Start();
        await server.Registry.Hub.Order(new Command.OfferClaim(Invitations.HashOf("abcde-fghij")));
        var duy = await server.Connect("Duy");
        Assert.Equal([":irc.test FAIL OPER ACCOUNT_REQUIRED :You are not logged in to an account"], await duy.Ask("OPER Duy abcde-fghij"));
        await duy.Ask("REGISTER Duy * tea");
        Assert.Equal(
            [":irc.test 464 Duy :That is not the code; while this server has no operator, it prints one at each start, and OPER takes it from who is logged in"],
            await duy.Ask("OPER Duy tea"));
        Assert.Equal(
            [":irc.test NOTICE Duy :Duy is an operator of this server with these rights: all", ":irc.test MODE Duy +o", ":irc.test 381 Duy :You are an operator of this server with these rights: all"],
            await duy.Ask("OPER Duy ABCDEFGHIJ"));
        Assert.Equal([":irc.test 491 Duy :Duy is no operator of this server"], await Second(server));
    }

    private static async Task<IReadOnlyList<string>> Second(TestServer server)
    {
        await server.AddAccount("Anh");
        var anh = await server.Connect("Duy2");
        return [.. (await anh.Ask("OPER Anh tea")).Select(line => line.Replace("Duy2", "Duy", StringComparison.Ordinal).Replace("Anh", "Duy", StringComparison.Ordinal))];
    }
}
