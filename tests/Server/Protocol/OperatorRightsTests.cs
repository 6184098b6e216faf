using ChatRoom.Domain.Events;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>
/// What takes a right of operators of the server: a guest and somebody logged in are refused with 481, an operator on duty without the right with
/// 723, and with it, it is done. Every such command stands here, and every right is a row of a command or the rest's own.
/// </summary>
public sealed class OperatorRightsTests
{
    /// <summary>The line, and the right that it takes; none for what everybody may say.</summary>
    public static TheoryData<string, Powers> Rows { get; } = new()
    {
        { "GRANT Mai kill", Powers.Grant },
        { "REVOKE Mai kill", Powers.Grant },
        { "KILL Nobody :why", Powers.Kill },
        { "BAN 7d Nobody :why", Powers.Ban },
        { "KLINE Nobody :why", Powers.Ban },
        { "GLINE Nobody :why", Powers.Ban },
        { "DLINE 192.0.2.0/24 :why", Powers.Ban },
        { "ZLINE 192.0.2.0/24 :why", Powers.Ban },
        { "UNBAN Nobody", Powers.Ban },
        { "UNKLINE Nobody", Powers.Ban },
        { "UNGLINE Nobody", Powers.Ban },
        { "UNDLINE 192.0.2.0/24", Powers.Ban },
        { "UNZLINE 192.0.2.0/24", Powers.Ban },
        { "BANS", Powers.Ban },
        { "ALARM OFF", Powers.Ban },
        { "WALLOPS :hello", Powers.Announce },
        { "REHASH", Powers.Reload },
        { "ACCOUNTS WAITING", Powers.Accounts },
        { "ACCOUNTS APPROVE Nobody", Powers.Accounts },
        { "ACCOUNTS REFUSE Nobody :why", Powers.Accounts },
        { "ACCOUNTS INVITE", Powers.Accounts },
        { "ACCOUNTS RECOVER Mai", Powers.Accounts },
        { "ACCOUNTS PASSWORD Mai :tea", Powers.Accounts },
        { "SAMODE #nowhere +m", Powers.Rooms },
        { "SATOPIC #nowhere :order", Powers.Rooms },
        { "SAKICK #nowhere Nobody", Powers.Rooms },
    };

    /// <summary>OPER is how one comes by a right, and takes none.</summary>
    public static IEnumerable<string> Verbs => Rows.Select(row => ((string)row[0]!).Split(' ')[0]).Append("OPER");

    private static IEnumerable<Powers> Each => Enum.GetValues<Powers>().Where(one => one is not (Powers.None or Powers.All));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_takes_a_right_is_for_operators_who_have_it(string line, Powers needed)
    {
        await using var server = TestServer.Start();
        await server.AddAccount("Boss", Powers.All);
        await server.AddAccount("Mai");
        var guest = await server.Connect("Guest");
        var member = await server.Connect("Member");
        await member.Ask("REGISTER Member * tea");
        Assert.Equal(needed != Powers.None, IsRefused(await guest.Ask(line), "481"));
        Assert.Equal(needed != Powers.None, IsRefused(await member.Ask(line), "481"));
        foreach (var power in Each)
        {
            var one = await server.ConnectOperator($"Op{power}", power);
            Assert.Equal(needed != Powers.None && power != needed, IsRefused(await one.Ask(line), "723"));
        }
    }

    private static bool IsRefused(IReadOnlyList<string> answers, string numeric) =>
        answers.Any(line => line.Split(' ')[1] == numeric);
}
