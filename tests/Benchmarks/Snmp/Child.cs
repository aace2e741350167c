using System.Diagnostics;

namespace DcOps.Benchmarks.Snmp;

/// <summary>Another program whose output is read.</summary>
static class Child
{
    public static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Its errors go where ours go.</summary>
    public static Process PassErrors(this Process process)
    {
        process.ErrorDataReceived += static (_, line) =>
        {
            if (line.Data is not null)
                Console.Error.WriteLine(line.Data);
        };
        process.BeginErrorReadLine();
        return process;
    }

    public static Process DropOutput(this Process process)
    {
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
