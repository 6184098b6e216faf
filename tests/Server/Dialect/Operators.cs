using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;
using ChatRoom.Journal.Tests;

namespace ChatRoom.Server.Tests.Dialect;

/// <summary>Short words for operators of the server.</summary>
internal static class Operators
{
    /// <summary>As the shell does it: an account whose password is "tea", with these rights.</summary>
    public static async Task AddAccount(this TestServer server, string name, Powers powers = Powers.None) => Assert.IsType<Verdict.Done>(
        await server.Registry.Hub.Order(new Command.AddAccount(Sample.Account(name), PasswordProof.Make("tea", 7, 2)) { Powers = powers }).WaitAsync(Client.Deadline));

    /// <summary>A guest who has said OPER, as an account of its own with these rights.</summary>
    public static async Task<Client> ConnectOperator(this TestServer server, string nick, Powers powers)
    {
        await server.AddAccount($"{nick}_", powers);
        var client = await server.Connect(nick);
        Assert.Contains(await client.Ask($"OPER {nick}_ tea"), line => line.Contains(" 381 ", StringComparison.Ordinal));
        return client;
    }
}
