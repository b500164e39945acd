using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Wenbao.TestKit;

/// <summary>A PostgreSQL server of the test run's own: its folder under the temp path, its own free port, gone at the end.</summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Running = new(() => Task.Run(StartAsync));
    private static readonly string[] KnownPlaces = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/pgsql"];

    private readonly string binaries;
    private readonly string folder;
    private readonly int port;
    private int databases;
    private int stopped;

    private PostgresServer(string binaries, string folder, int port)
    {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    /// <summary>Why there is no server here; null when there is one.</summary>
    public static string? Missing { get; } = FindBinaries() is null ? "PostgreSQL (initdb, pg_ctl) is not installed" : null;

    /// <summary>Whether a missing server is a failure, not a skip: the environment says <c>CI=true</c>.</summary>
    public static bool IsRequired { get; } = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The server, started by the first who asks.</summary>
    public static Task<PostgresServer> GetAsync() => Running.Value;

    /// <summary>Makes a new database.</summary>
    /// <param name="template">The connection string of a database to copy, which nobody may be connected to; null for an empty one.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        var admin = new NpgsqlConnection(ConnectionString("postgres"));
        await using (admin.ConfigureAwait(false))
        {
            await admin.OpenAsync().ConfigureAwait(false);
            var create = new NpgsqlCommand($"CREATE DATABASE {name}{(template is null ? "" : " TEMPLATE " + new NpgsqlConnectionStringBuilder(template).Database)}", admin);
            await using (create.ConfigureAwait(false))
            {
                await create.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
        }

        return ConnectionString(name);
    }

    /// <summary>Removes a database that nobody needs any more, and cuts the connections that still hold it.</summary>
    /// <param name="connectionString">As <see cref="CreateDatabaseAsync"/> gave it.</param>
    public async Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        var admin = new NpgsqlConnection(ConnectionString("postgres"));
        await using (admin.ConfigureAwait(false))
        {
            await admin.OpenAsync().ConfigureAwait(false);
            var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", admin);
            await using (drop.ConfigureAwait(false))
            {
                await drop.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Stops the server and removes its folder, if this run started one. A run that ends without calling this stops it while the process exits, which must be quick;
    /// removing the folders of many databases is not.
    /// </summary>
    internal static async Task StopAsync()
    {
        if (Running.IsValueCreated)
        {
            var server = await Running.Value.ConfigureAwait(false);
            server.Stop();
        }
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var binaries = FindBinaries() ?? throw new InvalidOperationException(Missing);
        StopLeftovers(binaries);
        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"wenbao-pg-{Environment.ProcessId}"));
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", ["postgres", folder]);
        }

        var server = new PostgresServer(binaries, folder, FreePort());
        RunAsServer(Path.Combine(binaries, "initdb"), ["-D", server.DataFolder, "-U", "wenbao", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        var options = string.Create(CultureInfo.InvariantCulture,
            $"-p {server.port} -c max_connections=600 -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB");
        RunAsServer(Path.Combine(binaries, "pg_ctl"), ["-D", server.DataFolder, "-o", options, "-l", Path.Combine(folder, "server.log"), "-w", "start"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Stop();
        await Task.CompletedTask.ConfigureAwait(false);
        return server;
    }

    private string DataFolder => Path.Combine(folder, "data");

    private void Stop()
    {
        if (Interlocked.Exchange(ref stopped, 1) == 1)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        RunAsServer(Path.Combine(binaries, "pg_ctl"), ["-D", DataFolder, "-m", "immediate", "-w", "stop"]);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Stops servers whose test run was killed before it could stop them.</summary>
    private static void StopLeftovers(string binaries)
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), "wenbao-pg-*"))
        {
            if (int.TryParse(Path.GetFileName(folder)["wenbao-pg-".Length..], CultureInfo.InvariantCulture, out var process) && !Directory.Exists("/proc/" + process))
            {
                try
                {
                    RunAsServer(Path.Combine(binaries, "pg_ctl"), ["-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop"], mayFail: true);
                    Directory.Delete(folder, recursive: true);
                }
                catch (IOException)
                {
                    // Another run is clearing the same folder.
                }
            }
        }
    }

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "wenbao",
        Database = database,
        MaxPoolSize = 10,
    }.ToString();

    private static string? FindBinaries()
    {
        var candidates = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(KnownPlaces.Where(Directory.Exists).SelectMany(Directory.GetDirectories).Select(d => Path.Combine(d, "bin")));
        return candidates.FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl"))) ?? FromPgConfig();
    }

    private static string? FromPgConfig()
    {
        try
        {
            var folder = Run("pg_config", ["--bindir"], mayFail: true).Trim();
            return File.Exists(Path.Combine(folder, "initdb")) ? folder : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs as the user the server may run as: it refuses root.</summary>
    private static string RunAsServer(string program, string[] arguments, bool mayFail = false) =>
        Environment.IsPrivilegedProcess ? Run("runuser", ["-u", "postgres", "--", program, .. arguments], mayFail) : Run(program, arguments, mayFail);

    private static string Run(string program, string[] arguments, bool mayFail = false)
    {
        // The server inherits the pipes of pg_ctl and never closes them, so output goes to a file through the shell.
        var output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Path.GetTempPath() };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("out=$1; shift; exec \"$@\" > \"$out\" 2>&1 < /dev/null");
            start.ArgumentList.Add("sh");
            start.ArgumentList.Add(output);
            start.ArgumentList.Add(program);
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            process.WaitForExit();
            var text = File.ReadAllText(output);
            return process.ExitCode == 0 || mayFail ? text : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {text}");
        }
        finally
        {
            File.Delete(output);
        }
    }
}
